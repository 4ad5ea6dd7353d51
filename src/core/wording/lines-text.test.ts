import { expect, it } from 'vitest';
import { linesText } from './lines-text.ts';

it.each([
  [[3], 'line 3'],
  [[3, 4], 'lines 3–4'],
  [[3, 4, 5, 9], 'lines 3–5 and 9'],
  [[1, 3, 5, 6], 'lines 1, 3 and 5–6'],
])('%j is %s', (lines, text) => {
  expect(linesText(lines)).toBe(text);
});
