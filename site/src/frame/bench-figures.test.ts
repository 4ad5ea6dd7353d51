import { describe, expect, it } from 'vitest';
import { benchFigures, readBenchFigures } from './bench-figures.ts';

const TABLE = `| Bench            | Figure       | Target | 2026-11-23       |
| ---------------- | ------------ | ------ | ---------------- |
| edit-to-live     | p50          | <= 30  | 25.2 ms, met     |
| edit-to-live     | node --watch |        | 599.3 / 637.5 ms |
| edit-to-live     | bun --watch  |        | 195.8 / 261.8 ms |
| edit-to-live     | tsx watch    |        | 571.2 / 654.8 ms |
| edit-to-live     | nodemon + tsx |       | 562 / 636 ms     |
| edit-to-live     | routewright  |        | 25.2 / 36.4 ms   |
| edit-to-verdicts | routewright  |        | 58.5 / 72.5 ms   |
`;

describe('the figures of the benchmarks', () => {
  it('are medians, quickest first, with the day of the run', () => {
    const { day, live, verdicts } = readBenchFigures(TABLE);
    expect(day).toBe('2026-11-23');
    expect(verdicts).toBe(58.5);
    expect(live.map(({ name, ms }) => `${name} ${ms}`)).toEqual([
      'routewright 25.2',
      'bun --watch 195.8',
      'nodemon + tsx 562',
      'tsx watch 571.2',
      'node --watch 599.3',
    ]);
  });

  it('are refused when a row is gone, so that no page shows an old one', () => {
    const without = TABLE.split('\n').filter((line) => !line.includes('tsx watch'));
    expect(() => readBenchFigures(without.join('\n'))).toThrow('no row "tsx watch" of "edit-to-live"');
    expect(() => readBenchFigures('')).toThrow('does not say the day');
  });

  it('of this project are there', async () => {
    expect((await benchFigures()).live).toHaveLength(5);
  });
});
