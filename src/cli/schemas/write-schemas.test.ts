import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { COURSE_FILES } from '../../core/course/course-files.ts';
import { copyCourse } from '../../server/courses/course-copy.ts';
import { loadCourse } from '../../server/courses/load-course.ts';
import { lintCourse } from '../lint/lint-course.ts';
import { hasOldSchemas, writeSchemas } from './write-schemas.ts';

const SETTINGS = '.vscode/settings.json';
const Settings = z.object({ 'yaml.schemas': z.record(z.string(), z.string()) });

async function course(): Promise<string> {
  const { dir, remove } = await copyCourse([]);
  onTestFinished(remove);
  return dir;
}

test('each kind of file gets a schema, the settings lead to it, and the course is as good as before', async () => {
  const dir = await course();
  const written = await writeSchemas(dir);
  expect(written).toHaveLength(COURSE_FILES.length + 1);
  const settings = Settings.parse(JSON.parse(await readFile(join(dir, SETTINGS), 'utf8')))['yaml.schemas'];
  expect(Object.values(settings)).toContain('plan.yaml');
  for (const [path, name] of Object.entries(settings))
    expect(JSON.parse(await readFile(join(dir, path), 'utf8'))).toMatchObject({ title: name });
  expect(await lintCourse(await loadCourse(dir))).toEqual([]);
});

test('settings that are there stay as they are; schemas are written anew', async () => {
  const dir = await course();
  await writeSchemas(dir);
  await writeFile(join(dir, SETTINGS), '{ "mine": true }');
  await writeFile(join(dir, '.schemas/plan.schema.json'), 'old');
  await writeSchemas(dir);
  expect(await readFile(join(dir, SETTINGS), 'utf8')).toBe('{ "mine": true }');
  expect(JSON.parse(await readFile(join(dir, '.schemas/plan.schema.json'), 'utf8'))).toHaveProperty('title');
});

test('schemas of another version are noticed, none are not', async () => {
  const dir = await course();
  expect(await hasOldSchemas(dir)).toBe(false);
  await writeSchemas(dir);
  expect(await hasOldSchemas(dir)).toBe(false);
  const plan = join(dir, '.schemas/plan.schema.json');
  await writeFile(plan, JSON.stringify(JSON.parse(await readFile(plan, 'utf8')), null, 4));
  expect(await hasOldSchemas(dir)).toBe(false);
  for (const text of ['{}', '{']) {
    await writeFile(plan, text);
    expect(await hasOldSchemas(dir)).toBe(true);
  }
  await rm(plan);
  expect(await hasOldSchemas(dir)).toBe(true);
});
