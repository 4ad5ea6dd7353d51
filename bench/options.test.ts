import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BENCHES } from './benches.ts';
import { readOptions, usageOf } from './options.ts';

const README = readFileSync(new URL('./README.md', import.meta.url), 'utf8');

it('without a name all benches run, with names those', () => {
  expect(readOptions([], BENCHES).benches).toEqual(BENCHES);
  const two = readOptions(['edit-to-verdicts', 'edit-to-live', '--rounds', '3'], BENCHES);
  expect(two.benches.map(({ name }) => name)).toEqual(['edit-to-live', 'edit-to-verdicts']);
  expect(two.rounds).toBe(3);
});

it.each([['nothing-like-it'], ['--rounds=0'], ['--rounds=many'], ['--unknown']])('%s is refused', (arg) => {
  expect(() => readOptions([arg], BENCHES)).toThrow();
});

it('the usage and the README name every bench, and the README no other', () => {
  const names = BENCHES.map(({ name }) => name);
  for (const name of names) expect(usageOf(BENCHES)).toContain(`\n  ${name} `);
  expect([...README.matchAll(/^## ([a-z]+(?:-[a-z]+)*)$/gm)].map((match) => match[1])).toEqual(names);
});
