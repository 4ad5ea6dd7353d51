import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { STRICTNESS } from '../../contract/compiler-options.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const COURSES = '{lessons,e2e/fixtures/*,bench/*/course}';

test('every template is as strict in another editor as it is in the workbench', async () => {
  const found: string[] = [];
  for await (const file of glob(`${COURSES}/templates/*/tsconfig.json`, { cwd: ROOT })) found.push(file);
  expect(found).toContain('lessons/templates/fastify-base/tsconfig.json');
  for (const file of found) {
    const { compilerOptions } = JSON.parse(await readFile(`${ROOT}/${file}`, 'utf8'));
    expect(compilerOptions, file).toMatchObject(STRICTNESS);
  }
});
