export type SentencePart = { kind: 'words' | 'code' | 'hole'; text: string };

/** Takes a sentence apart: words, `code` between backticks, and {names} in whose place something else will stand. */
export function sentenceParts(text: string): SentencePart[] {
  return text
    .split(/(`[^`]+`|\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      if (/^`.+`$/.test(part)) return { kind: 'code', text: part.slice(1, -1) };
      if (/^\{\w+\}$/.test(part)) return { kind: 'hole', text: part.slice(1, -1) };
      return { kind: 'words', text: part };
    });
}
