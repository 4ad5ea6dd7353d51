import { expect, it } from 'vitest';
import { pieces } from './excerpt.ts';

it('gives what was found and what stands around it as plain text', () => {
  expect(pieces('Answer <mark>429</mark> with &lt;b&gt; &amp;amp; and <mark>Retry</mark>')).toEqual([
    { text: 'Answer ', hit: false },
    { text: '429', hit: true },
    { text: ' with <b> &amp; and ', hit: false },
    { text: 'Retry', hit: true },
  ]);
});

it('gives nothing for nothing', () => expect(pieces('')).toEqual([]));
