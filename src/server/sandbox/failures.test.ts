import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StartFailure } from '../../contract/sandbox.ts';
import { openPlace, type Place } from './place.test-support.ts';
import { StartFailedError } from './start-failed-error.ts';

let place: Place;

beforeAll(async () => {
  place = await openPlace(1);
});
afterAll(() => place.close());

async function failureOf(dir: string): Promise<StartFailure> {
  try {
    const api = await place.pool.run({ workspace: dir, entry: 'src/app.ts' });
    await api.stop();
  } catch (error) {
    if (error instanceof StartFailedError) return error.failure;
    throw error;
  }
  throw new Error('It started.');
}

const FASTIFY = "import Fastify from 'fastify';\n";

type Case = { what: string; files: Record<string, string>; expected: Partial<StartFailure>; says: RegExp };
const CASES: Case[] = [
  {
    what: 'code that does not parse',
    files: { 'src/app.ts': `${FASTIFY}const a = {\n  b: ;\n};\n` },
    expected: { code: 'RW_CODE_SYNTAX', file: 'src/app.ts', line: 3, column: 6 },
    says: /Expression expected/,
  },
  {
    what: 'a file that ends too early',
    files: { 'src/app.ts': 'export async function buildApp() {\n  const a = 1;\n' },
    expected: { code: 'RW_CODE_SYNTAX', file: 'src/app.ts', line: 2 },
    says: /file ends here/,
  },
  {
    what: 'an error in another file',
    files: {
      'src/app.ts': `import './books.ts';\n${FASTIFY}export const buildApp = () => Fastify();\n`,
      'src/books.ts': '\n\nconst s = "abc\n',
    },
    expected: { code: 'RW_CODE_SYNTAX', file: 'src/books.ts', line: 3, column: 11 },
    says: /Unterminated string/,
  },
  {
    what: 'TypeScript that needs a compiler',
    files: { 'src/app.ts': 'const a = 1;\nenum Status {\n  Lent,\n}\n' },
    expected: { code: 'RW_CODE_SYNTAX', file: 'src/app.ts', line: 2 },
    says: /enum needs a compiler/,
  },
  {
    what: 'a parameter property',
    files: { 'src/app.ts': 'export class Shelf {\n  constructor(private readonly size: number) {}\n}\n' },
    expected: { code: 'RW_CODE_SYNTAX', file: 'src/app.ts', line: 2 },
    says: /declare the field/,
  },
  {
    what: 'a name declared twice, which only V8 refuses',
    files: {
      'src/app.ts': `${FASTIFY}export const app: number = 1;\nconst app = 2;\nexport async function buildApp() {}\n`,
    },
    expected: { code: 'RW_CODE_SYNTAX', file: 'src/app.ts', line: 3, column: 7 },
    says: /'app' has already been declared/,
  },
  {
    what: 'an import that the package does not export',
    files: { 'src/app.ts': "\nimport { nope } from 'fastify';\nexport const buildApp = () => nope();\n" },
    expected: { code: 'RW_CODE_SYNTAX', file: 'src/app.ts', line: 2 },
    says: /fastify has no export named nope/,
  },
  {
    what: 'an import that its own file does not export',
    files: {
      'src/app.ts': "import { list } from './books.ts';\nexport const buildApp = () => list();\n",
      'src/books.ts': 'export const other = 1;\n',
    },
    expected: { code: 'RW_CODE_SYNTAX', file: 'src/app.ts', line: 1 },
    says: /\.\/books\.ts has no export named list/,
  },
  {
    what: 'an error at the top level',
    files: { 'src/app.ts': "const list = null;\n\n  list.push('x');\n" },
    expected: { code: 'RW_CODE_THROWS', file: 'src/app.ts', line: 3, column: 8 },
    says: /TypeError: Cannot read properties of null/,
  },
  {
    what: 'an error in buildApp, below another file',
    files: {
      'src/app.ts': "import { fill } from './fill.ts';\nexport async function buildApp() {\n  await fill();\n}\n",
      'src/fill.ts': "export async function fill() {\n  await null;\n  throw new Error('no books');\n}\n",
    },
    expected: { code: 'RW_CODE_THROWS', file: 'src/fill.ts', line: 3 },
    says: /: no books$/,
  },
  {
    what: 'an error with invalid JSON, which is no syntax error of the code',
    files: { 'src/app.ts': "export function buildApp() {\n  return JSON.parse('{');\n}\n" },
    expected: { code: 'RW_CODE_THROWS', file: 'src/app.ts', line: 2 },
    says: /SyntaxError: Expected property name/,
  },
  {
    what: 'something thrown that is no error',
    files: { 'src/app.ts': "export function buildApp() {\n  throw 'up';\n}\n" },
    expected: { code: 'RW_CODE_THROWS' },
    says: /a thrown text "up"/,
  },
  {
    what: 'no buildApp',
    files: { 'src/app.ts': `${FASTIFY}export const app = Fastify();\n` },
    expected: { code: 'RW_CODE_NO_EXPORT', file: 'src/app.ts', line: 1 },
    says: /does not export a function buildApp/,
  },
  {
    what: 'buildApp that returns nothing',
    files: { 'src/app.ts': `${FASTIFY}\nexport async function buildApp() {\n  Fastify();\n}\n` },
    expected: { code: 'RW_CODE_NOT_AN_APP', file: 'src/app.ts', line: 3, column: 23 },
    says: /returned undefined/,
  },
  {
    what: 'buildApp that returns an object',
    files: { 'src/app.ts': 'export const buildApp = () => ({ listen: 1 });\n' },
    expected: { code: 'RW_CODE_NOT_AN_APP', file: 'src/app.ts', line: 1 },
    says: /returned object/,
  },
  {
    what: 'a package that is not there',
    files: { 'src/app.ts': "\nimport express from 'express';\nexport const buildApp = () => express();\n" },
    expected: { code: 'RW_CODE_IMPORT', file: 'src/app.ts', line: 2, column: 22 },
    says: /import express is not available here\. Available: fastify, .*zod/,
  },
  {
    what: 'a package that the workbench has but a learner has not',
    files: { 'src/app.ts': "import { parse } from 'yaml';\nexport const buildApp = parse;\n" },
    expected: { code: 'RW_CODE_IMPORT', file: 'src/app.ts', line: 1 },
    says: /import yaml is not available/,
  },
  {
    what: 'a file of its own without its ending',
    files: {
      'src/app.ts': "import { list } from './books';\nexport const buildApp = () => list();\n",
      'src/books.ts': 'export const list = 1;\n',
    },
    expected: { code: 'RW_CODE_IMPORT', file: 'src/app.ts', line: 1 },
    says: /Did you mean \.\/books\.ts\?/,
  },
  {
    what: 'a file that is not there, imported while running',
    files: { 'src/app.ts': "export async function buildApp() {\n  return (await import('./gone.ts')).app;\n}\n" },
    expected: { code: 'RW_CODE_IMPORT', file: 'src/app.ts', line: 2 },
    says: /import \.\/gone\.ts is not available/,
  },
  {
    what: 'an import from outside the workspace',
    files: { 'src/app.ts': "import '../../secret.ts';\nexport const buildApp = 1;\n" },
    expected: { code: 'RW_CODE_IMPORT', file: 'src/app.ts', line: 1 },
    says: /\.\.\/\.\.\/secret\.ts is not available/,
  },
  {
    what: 'no entry',
    files: { 'src/other.ts': '' },
    expected: { code: 'RW_CODE_NO_ENTRY', file: 'src/app.ts' },
    says: /There is no file src\/app\.ts/,
  },
  {
    what: 'a plugin that fails when the app gets ready',
    files: {
      'src/app.ts': `${FASTIFY}export async function buildApp() {
  const app = Fastify();
  app.register(async () => {
    throw new Error('no database');
  });
  return app;
}\n`,
    },
    expected: { code: 'RW_CODE_THROWS', file: 'src/app.ts', line: 5 },
    says: /no database/,
  },
  {
    what: 'two routes the same',
    files: {
      'src/app.ts': `${FASTIFY}export async function buildApp() {
  const app = Fastify();
  app.get('/books', async () => []);
  app.get('/books', async () => []);
  return app;
}\n`,
    },
    expected: { code: 'RW_CODE_THROWS', file: 'src/app.ts', line: 5 },
    says: /'GET' already declared for route '\/books'\. It is first registered in src\/app\.ts, line 4/,
  },
  {
    what: 'process.exit at the start',
    files: { 'src/app.ts': 'const ok = false;\nif (!ok) process.exit(3);\n' },
    expected: { code: 'RW_CODE_EXITED', file: 'src/app.ts', line: 2 },
    says: /process\.exit\(3\) was called/,
  },
  {
    what: 'a rejection that nobody awaits',
    files: {
      'src/app.ts': `export async function buildApp() {
  void Promise.reject(new Error('forgotten'));
  await new Promise(() => {});
}\n`,
    },
    expected: { code: 'RW_CODE_THROWS', file: 'src/app.ts', line: 2 },
    says: /forgotten/,
  },
];

describe('each mistake has its own code, sentence and place', () => {
  test.for(CASES)('$what', async ({ files, expected, says }) => {
    const dir = await place.workspace(files);
    const failure = await failureOf(dir);
    expect(failure).toMatchObject(expected);
    expect(failure.message).toMatch(says);
    expect(failure.message).not.toContain(place.home);
    expect(failure.message).not.toMatch(/\n\s+at /);
  });
});

test('absolute paths in an error message are taken out', async () => {
  const dir = await place.workspace({
    'src/app.ts': `import { readFileSync } from 'node:fs';
export function buildApp() {
  return readFileSync(new URL('./books.json', import.meta.url));
}\n`,
  });
  const failure = await failureOf(dir);
  expect(failure).toMatchObject({ code: 'RW_CODE_THROWS', file: 'src/app.ts', line: 3 });
  expect(failure.message).toContain("'src/books.json'");
  expect(failure.message).not.toContain(place.home);
});

test('a workspace with a symbolic link does not run', async () => {
  const dir = await place.workspace({ 'src/app.ts': '' });
  await symlink('/etc/hostname', path.join(dir, 'src', 'name.ts'));
  expect(await failureOf(dir)).toMatchObject({ code: 'RW_FILE_PATH', file: 'src/name.ts' });
});

test('buildApp that never returns is ended', async () => {
  const dir = await place.workspace({ 'src/app.ts': '\nexport const buildApp = () => new Promise(() => {});\n' });
  expect(await failureOf(dir)).toMatchObject({ code: 'RW_CODE_NEVER_READY', file: 'src/app.ts', line: 2 });
});

test('a loop that never ends is ended and called so', async () => {
  const dir = await place.workspace({ 'src/app.ts': 'export function buildApp() {\n  for (;;) {}\n}\n' });
  expect(await failureOf(dir)).toMatchObject({ code: 'RW_CODE_STALLED' });
});

test('a heap that grows without end is ended and called so', async () => {
  const dir = await place.workspace({
    'src/app.ts': 'const all: string[][] = [];\nfor (;;) all.push(new Array(1e5).fill(String(all.length)));\n',
  });
  expect(await failureOf(dir)).toMatchObject({ code: 'RW_CODE_MEMORY' });
});
