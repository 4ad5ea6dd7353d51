/** The ones that people meet, by the code of the operating system. */
const REASONS: Record<string, string> = {
  EACCES: 'you have no right to write there.',
  EPERM: 'you have no right to write there.',
  EROFS: 'it can only be read.',
  ENOSPC: 'the disk is full.',
  EDQUOT: 'your share of the disk is used up.',
  EIO: 'the disk reports an error.',
  ENOTDIR: 'a part of its path is a file.',
  EEXIST: 'it is a file.',
};

/** SQLite's (sqlite.org/rescode.html): READONLY, IOERR, FULL, CANTOPEN. */
const OF_SQLITE: Record<number, string> = {
  8: 'it can only be read.',
  10: 'the disk reports an error.',
  13: 'the disk is full.',
  14: 'it cannot be opened.',
};

/** Why the disk refused, as the end of a sentence, from an error of node:fs or node:sqlite. Names no path. */
export function diskReason(error: unknown): string {
  if (!(error instanceof Error)) return `${error}.`;
  if ('errcode' in error) {
    // The low byte is the primary code; the rest tells variants apart.
    return OF_SQLITE[Number(error.errcode) & 0xff] ?? `${error.message}.`;
  }
  const code = 'code' in error ? String(error.code) : error.message;
  return REASONS[code] ?? `${code}.`;
}
