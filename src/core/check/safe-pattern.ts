/** A longer text is not tested against a pattern: time grows with its length. */
const MAX_TEXT = 10_000;

/**
 * The regular expression engine for schemas of untrusted documents. A pattern that may take exponential time (a
 * repeated group that itself repeats, or a back reference) and a text over 10,000 characters count as matching: a
 * check may be too mild here, but it never freezes the server.
 */
export function safePattern(source: string, flags: string): { test(text: string): boolean } {
  const pattern = isRisky(source) ? null : new RegExp(source, flags);
  return { test: (text) => pattern === null || text.length > MAX_TEXT || pattern.test(text) };
}
// Ajv prints this into generated standalone code; it is never used that way here.
safePattern.code = 'safePattern';

/** Whether a repeated group holds a repetition or an alternative, or there is a back reference. */
export function isRisky(source: string): boolean {
  // From left to right: the bracket of `\[` begins no class, that of `[\]]` ends none.
  const plain = source.replace(/\\[^1-9k]|\[(?:\\.|[^\]\\])*\]/g, 'c');
  if (/\\[1-9k]/.test(plain)) return true;
  if ((plain.match(/[*+]|\{\d+,\d*\}/g) ?? []).length > 5) return true;
  const open: { loops: boolean }[] = [];
  for (let index = 0; index < plain.length; index += 1) {
    const character = plain[index];
    const rest = plain.slice(index + 1);
    if (character === '(') open.push({ loops: false });
    else if (character === ')') {
      const group = open.pop();
      if (group?.loops && /^([*+]|\{\d+,?\d*\})/.test(rest)) return true;
      const outer = open.at(-1);
      if (outer && group?.loops) outer.loops = true;
    } else if (character === '*' || character === '+' || character === '{' || character === '|') {
      const inner = open.at(-1);
      if (inner) inner.loops = true;
    }
  }
  return false;
}
