import { tokenizer, tokTypes } from 'acorn';
import type { CountedRanges, FileCoverage } from '../../contract/test-result.ts';

/** What only ends or joins something: a line of these alone is not said to run. */
const NO_CODE = new Set([
  tokTypes.backQuote,
  tokTypes.braceR,
  tokTypes.parenR,
  tokTypes.bracketR,
  tokTypes.semi,
  tokTypes.comma,
]);

/**
 * Which lines of a file ran. `code`: JavaScript in which everything stands where it does in the learner's file, so types
 * are blanks. A line counts as its first token does; lines without code, types and comments among them, count as nothing.
 */
export function coverageOf({ path, ranges }: CountedRanges, code: string): FileCoverage {
  const covered: number[] = [];
  const missed: number[] = [];
  for (const [line, offset] of firstTokens(code)) (countAt(ranges, offset) > 0 ? covered : missed).push(line);
  return { path, covered, missed };
}

/** The offset of the first token that does something, by line. */
function firstTokens(code: string): Map<number, number> {
  const lines = new Map<number, number>();
  try {
    for (const token of tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true })) {
      const line = token.loc?.start.line;
      if (line !== undefined && !lines.has(line) && !NO_CODE.has(token.type)) lines.set(line, token.start);
    }
  } catch {
    // It was run, so it can be read; what it says of lines up to here is right.
  }
  return lines;
}

/** The count of the innermost range around an offset: a range stands behind those that hold it. */
function countAt(ranges: CountedRanges['ranges'], offset: number): number {
  let count = 0;
  for (const [start, end, ran] of ranges) if (start <= offset && offset < end) count = ran;
  return count;
}
