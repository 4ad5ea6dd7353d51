import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COURSE_FILES } from '../../core/course/course-files.ts';
import { editorSchema } from '../../core/course/editor-schema.ts';
import { writeText } from '../write-text.ts';
import { schemaPath } from './schema-line.ts';

const SETTINGS = '.vscode/settings.json';

/**
 * Writes the JSON Schemas of all course files into the course `dir`, and where there are no settings of VS Code yet, some
 * that lead to them. Gives the paths of what was written, relative to the course. Throws RW_NEW_WRITE.
 */
export async function writeSchemas(dir: string): Promise<string[]> {
  const files = schemaFiles();
  if (!existsSync(join(dir, SETTINGS))) files.push({ path: SETTINGS, text: jsonText(editorSettings()) });
  for (const { path, text } of files) await writeText(dir, path, text);
  return files.map(({ path }) => path);
}

/** Whether the course has schemas, and this version of Routewright would write others. Layout makes no difference. */
export async function hasOldSchemas(dir: string): Promise<boolean> {
  const there = (path: string): Promise<string | null> => readFile(join(dir, path), 'utf8').catch(() => null);
  if ((await there(schemaPath('course'))) === null) return false;
  const isSame = await Promise.all(schemaFiles().map(async ({ path, text }) => sameJson(await there(path), text)));
  return isSame.includes(false);
}

function sameJson(one: string | null, other: string): boolean {
  if (one === null) return false;
  try {
    return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other));
  } catch {
    return false;
  }
}

const schemaFiles = (): { path: string; text: string }[] =>
  COURSE_FILES.map((kind) => ({ path: schemaPath(kind.id), text: jsonText(editorSchema(kind)) }));

/** For the YAML extension of VS Code: which files have which schema, by their names. */
function editorSettings() {
  const yaml = COURSE_FILES.filter(({ format }) => format === 'yaml');
  const nameOf = (path: string): string => path.split('/').at(-1) ?? path;
  return { 'yaml.schemas': Object.fromEntries(yaml.map(({ id, path }) => [`./${schemaPath(id)}`, nameOf(path)])) };
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
