import type { FileCheck } from '../../../src/contract/check.ts';
import { expectedInWords } from '../../../src/core/check/expected-words.ts';

/** Characters of what is expected. */
const MOST = 240;

/** What a file must have in it and must not, as sentences, in the order in which they are judged. */
export function fileInWords({ content, lines, without }: Pick<FileCheck, 'content' | 'lines' | 'without'>): string[] {
  return [
    ...content.map((expected) => `Read as data, it has ${expectedInWords(expected, MOST)}.`),
    ...lines.map((expected) => `A line is ${expectedInWords(expected, MOST)}.`),
    ...without.map((expected) => `No line is ${expectedInWords(expected, MOST)}.`),
  ];
}
