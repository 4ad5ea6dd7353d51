import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { PROGRAMS } from './programs.ts';
import { SCRIPTS } from './scripts.ts';

const root = join(import.meta.dirname, '../../../..');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

test('each script of package.json is described, and no other', () => {
  const withOptions = [...PROGRAMS.map(({ anchor }) => anchor), 'lesson'];
  expect([...Object.keys(SCRIPTS), ...withOptions].sort()).toEqual(Object.keys(scripts).sort());
});

test.each(PROGRAMS)('$run runs what is asked for its help', ({ anchor, script }) => {
  expect(scripts[anchor]).toBe(`node ${script}`);
});
