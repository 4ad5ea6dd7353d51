import { expect, test } from 'vitest';
import { readOptions } from './options.ts';
import { ROWS } from './rows.ts';

test('the scorecard has the rows 1 to 20, each once, in order', () => {
  expect(ROWS.map((row) => row.number)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
});

test('each row says what it promises', () => {
  for (const { figure, target } of ROWS) {
    expect(figure.length).toBeGreaterThan(5);
    expect(target.length).toBeGreaterThan(0);
  }
});

test('a row that is not there is refused instead of skipped', () => {
  expect(() => readOptions(['--rows', '4,21'], [4])).toThrow(/no such row/);
  expect(readOptions(['--rows', '4,13', '--quick'], [4, 13])).toMatchObject({ rows: [4, 13], quick: true });
});
