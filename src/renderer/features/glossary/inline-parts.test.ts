import { expect, test } from 'vitest';
import { inlineParts } from './inline-parts.ts';

const shown = (text: string) => inlineParts(text).map(({ kind, text: part }) => `${kind}:${part}`);

test('code and emphasis stand out', () => {
  expect(shown('Sent as `Accept: */*`, as *you* expect.')).toEqual([
    'text:Sent as ',
    'code:Accept: */*',
    'text:, as ',
    'em:you',
    'text: expect.',
  ]);
});

test.each(['2 * 3 * 4', 'a ` alone', '*', '', 'plain'])('%j loses nothing', (text) => {
  expect(
    inlineParts(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
