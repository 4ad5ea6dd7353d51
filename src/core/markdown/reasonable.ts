import { LIMITS } from '../../contract/limits.ts';

/** Open brackets of one document. A parser needs quadratic time for them: 50,000 took 20 s. */
const MAX_BRACKETS = 5_000;
/** Backtick runs of one document; quadratic as well. */
const MAX_BACKTICKS = 20_000;
/** Quotes in quotes, lists in lists. 100,000 took a minute and then the stack. */
const MAX_NESTING = 50;

/** Whether a Markdown text can be parsed in good time: no lesson of a person comes near the limits. */
export function isReasonable(markdown: string): boolean {
  if (markdown.length > LIMITS.courseFileBytes) return false;
  let brackets = 0;
  let backticks = 0;
  for (const character of markdown) {
    if (character === '[') brackets += 1;
    else if (character === '`') backticks += 1;
  }
  if (brackets > MAX_BRACKETS || backticks > MAX_BACKTICKS) return false;
  return markdown.split(/\r\n?|\n/).every((line) => nestingOf(line) <= MAX_NESTING);
}

function nestingOf(line: string): number {
  const markers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/.exec(line)?.[0] ?? '';
  return markers.match(/>|[-*+]|[.)]/g)?.length ?? 0;
}
