import { expect, it } from 'vitest';
import { waitsOf } from './waits.ts';

it('an edit waits until it or a newer one has a process; those for checks do not count', () => {
  const hops = [
    { hop: 'asked', at: 10 },
    { hop: 'taken', at: 11, detail: 'checks' },
    { hop: 'asked', at: 20 },
    { hop: 'taken', at: 25 },
    { hop: 'asked', at: 26, detail: 'checks' },
    { hop: 'asked', at: 30 },
  ];
  expect(waitsOf(hops)).toEqual([15, 5, Number.POSITIVE_INFINITY]);
});
