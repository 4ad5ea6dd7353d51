import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { MATCHERS } from '../../contract/matcher.ts';
import { MATCHER_NAMES } from '../check/matcher.ts';
import { COURSE_FILES, type CourseFileKind } from './course-files.ts';
import { editorSchema } from './editor-schema.ts';

const LESSONS = join(import.meta.dirname, '../../../lessons');
// What editors add to the vocabulary is no keyword of JSON Schema.
const ajv = new Ajv({
  strict: true,
  strictTypes: false,
  strictTuples: false,
  keywords: ['enumDescriptions', 'markdownDescription'],
});
const validators = new Map(COURSE_FILES.map((kind) => [kind.id, ajv.compile(editorSchema(kind))]));

const frontmatterOf = (text: string): string => /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '';
const dataOf = ({ format }: CourseFileKind, text: string): unknown =>
  parse(format === 'frontmatter' ? frontmatterOf(text) : text);
const mistakesIn = (kind: CourseFileKind, text: string): string[] => {
  const validate = validators.get(kind.id);
  if (validate === undefined) throw new Error(`no schema ${kind.id}`);
  validate(dataOf(kind, text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};
const kindOf = (id: string): CourseFileKind => {
  const kind = COURSE_FILES.find((one) => one.id === id);
  if (kind === undefined) throw new Error(`no kind ${id}`);
  return kind;
};

describe('an editor never marks what is right', () => {
  const files = readdirSync(LESSONS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => ({ path: join(parentPath, name), name }));

  test.each(COURSE_FILES.map((kind) => [kind.path, kind] as const))('%s of the bundled course', (path, kind) => {
    const own = files.filter(({ name }) => name === path.split('/').at(-1));
    const wrong = own
      .map((file) => ({ file: file.path, mistakes: mistakesIn(kind, readFileSync(file.path, 'utf8')) }))
      .filter(({ mistakes }) => mistakes.length > 0);
    expect(own.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  test.each(COURSE_FILES.map((kind) => [kind.path, kind] as const))('the example of %s', (_path, kind) => {
    expect(mistakesIn(kind, kind.example)).toEqual([]);
  });

  test.each(Object.entries(MATCHERS))('%s, as its example has it', (name, { example }) => {
    const checks = kindOf('checks');
    expect(mistakesIn(checks, checks.example.replace('{ $type: string }', example))).toEqual([]);
    expect(MATCHER_NAMES).toContain(name);
  });
});

describe('an editor marks', () => {
  test.each([
    ['checks', 'an unknown key', 'title:', 'titel:'],
    ['checks', 'an unknown kind', 'kind: http', 'kind: htpp'],
    ['checks', 'a status that is none', 'status: 200', 'status: 2000'],
    ['checks', 'an unknown matcher', '$type', '$tpye'],
    ['checks', 'an unknown type', '$type: string', '$type: text'],
    ['checks', 'an id that is none', 'id: answers', 'id: Answers It'],
    ['course', 'another version of the format', 'schemaVersion: 1', 'schemaVersion: 2'],
    ['course', 'a missing list', 'tracks:', 'tracs:'],
    ['lesson', 'a lesson of more than an hour', 'minutes: 5', 'minutes: 61'],
    ['mutant', 'a mutant that fails nothing', '[answers]', '[]'],
    ['plan', 'a method in small letters', 'method: GET', 'method: get'],
  ])('in %s %s', (id, _what, from, to) => {
    const kind = kindOf(id);
    expect(kind.example).toContain(from);
    expect(mistakesIn(kind, kind.example.replace(from, to))).not.toEqual([]);
  });
});

type Node = { [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every place of a schema that a person may fill, with what is said of it. */
function fieldsOf(schema: unknown, at: string): { at: string; description: unknown }[] {
  if (Array.isArray(schema)) return schema.flatMap((one, index) => fieldsOf(one, `${at}|${index}`));
  if (!isNode(schema)) return [];
  const properties = Object.entries(isNode(schema.properties) ? schema.properties : {});
  return [
    ...properties.map(([key, value]) => ({ at: `${at}.${key}`, description: isNode(value) && value.description })),
    ...properties.flatMap(([key, value]) => fieldsOf(value, `${at}.${key}`)),
    ...['anyOf', 'oneOf', 'allOf'].flatMap((key) => fieldsOf(schema[key], at)),
    ...fieldsOf(schema.items, `${at}[]`),
    ...fieldsOf(schema.additionalProperties, `${at}{}`),
  ];
}

test.each(COURSE_FILES.map((kind) => [kind.path, kind] as const))('each field of %s says what it is', (_path, kind) => {
  const fields = fieldsOf(editorSchema(kind), '');
  expect(fields.length).toBeGreaterThan(0);
  expect(fields.filter(({ description }) => typeof description !== 'string' || description === '')).toEqual([]);
});
