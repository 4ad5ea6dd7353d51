/** The file that a code fence names: the first word after the language, if it looks like a path. Null for none. */
export function fileOfFence(lang: string | null | undefined, meta: string | null | undefined): string | null {
  const word = (meta ?? '').trim().split(/\s+/)[0] ?? '';
  return lang && /^[\w@.-]+(\/[\w@.-]+)*\.\w+$/.test(word) ? word : null;
}
