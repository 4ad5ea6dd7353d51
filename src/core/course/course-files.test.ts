import { globSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseFrontmatter } from '../lesson/parse-lesson.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { COURSE_FILES, COURSE_FOLDERS, type Needed } from './course-files.ts';

const COURSE = join(import.meta.dirname, '../../../lessons');
const CONTRACT = join(import.meta.dirname, '../../contract');

test('every schema of the contract that has a version is that of a file in the table', async () => {
  const names = readdirSync(CONTRACT).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const modules = await Promise.all(
    names.map((name): Promise<Record<string, unknown>> => import(join(CONTRACT, name))),
  );
  const versioned = modules
    .flatMap((one) => Object.values(one))
    .filter((one): one is z.ZodObject => one instanceof z.ZodObject && 'schemaVersion' in one.shape);
  expect(versioned.length).toBeGreaterThan(7);
  const known = new Set(COURSE_FILES.map(({ schema }) => schema));
  expect(versioned.filter((schema) => !known.has(schema)).map((schema) => Object.keys(schema.shape))).toEqual([]);
});

test('each kind has an id and a name of its own', () => {
  const names = COURSE_FILES.map(({ path }) => path.split('/').at(-1));
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(COURSE_FILES.map(({ id }) => id)).size).toBe(names.length);
});

test.each(COURSE_FILES.map((kind) => [kind.path, kind] as const))('the example of %s is right', (path, kind) => {
  const { value, problems } =
    kind.format === 'yaml' ? readYaml(kind.schema, kind.example, path) : parseFrontmatter(kind.example, path);
  expect(problems).toEqual([]);
  expect(value).not.toBeNull();
});

test('what must stand in each course, lesson, mutant or planted bug stands there, in the course that comes along', () => {
  const folders: Record<Needed, string> = {
    'in each course': 'templates',
    'in each lesson': '*/*/fastify',
    'in each mutant': '*/*/fastify/mutants/*',
    'in each planted bug': '*/*/fastify/planted/*',
  };
  for (const { path, needed } of [...COURSE_FILES, ...COURSE_FOLDERS]) {
    if (needed === null) continue;
    // One for each place: a name in pointed brackets is any name.
    const found = globSync(path.replace(/<[^>]+>/g, '*').replace(/\/$/, ''), { cwd: COURSE });
    const places = globSync(folders[needed], { cwd: COURSE });
    expect(places.length, needed).toBeGreaterThan(0);
    if (path.endsWith('/')) expect(found.length, path).toBeGreaterThanOrEqual(places.length);
    else expect(found.length, path).toBe(places.length);
  }
});
