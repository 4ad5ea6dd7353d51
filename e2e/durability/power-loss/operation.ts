import { z } from 'zod';

const id = z.number().int();
const path = z.string();

/**
 * What a server did to its disk, in order, as `record.ts` writes it down: one JSON line each. An operation has begun
 * where it stands; it has happened where `done` names its id, and not at all where `failed` does.
 * Paths are relative to the home.
 */
export const Operation = z.discriminatedUnion('op', [
  /** `made`: the file was not there; `emptied`: what was in it is gone. */
  z.strictObject({
    op: z.literal('open'),
    id,
    path,
    fd: z.number().int(),
    kind: z.enum(['file', 'folder']),
    made: z.boolean(),
    emptied: z.boolean(),
  }),
  /** Adds to the end of the file. */
  z.strictObject({ op: z.literal('write'), id, fd: z.number().int(), text: z.string() }),
  /** Of a file: its content; of a folder: its names. */
  z.strictObject({ op: z.literal('fsync'), id, fd: z.number().int(), kind: z.enum(['file', 'folder']) }),
  z.strictObject({ op: z.literal('rename'), id, from: path, to: path }),
  z.strictObject({ op: z.literal('unlink'), id, path }),
  z.strictObject({ op: z.literal('mkdir'), id, path }),
  z.strictObject({ op: z.literal('rmdir'), id, path }),
  z.strictObject({ op: z.literal('done'), id }),
  z.strictObject({ op: z.literal('failed'), id }),
  /** The first byte of an answer leaves. */
  z.strictObject({ op: z.literal('answer'), url: z.string(), status: z.number().int() }),
  /** Something that is not recorded yet: a trace with it proves nothing. */
  z.strictObject({ op: z.literal('unknown'), what: z.string() }),
]);
export type Operation = z.infer<typeof Operation>;

/** The lines of a trace, without what failed. Throws for a line that is no operation, and for an unknown one. */
export function readTrace(lines: string): Operation[] {
  const all = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Operation.parse(JSON.parse(line)));
  const failed = new Set(all.flatMap((one) => (one.op === 'failed' ? [one.id] : [])));
  return all.filter((one) => {
    if (one.op === 'unknown') throw new Error(`The trace does not know what ${one.what} does.`);
    return !('id' in one) || !failed.has(one.id);
  });
}
