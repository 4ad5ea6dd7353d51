import { expect, test } from 'vitest';
import { Check } from '../../contract/check.ts';
import { judgeSourceCheck } from './source-check.ts';

const judge = (more: object, files: Record<string, string>) => {
  const check = Check.parse({ id: 'code', title: 't', message: 'm', kind: 'source', ...more });
  if (check.kind !== 'source') throw new Error('no source check');
  const workspace = Object.entries(files).map(([path, text]) => ({ path, text }));
  return judgeSourceCheck(check, workspace, new AbortController().signal);
};

const APP = ['type Book = { id: number };', '', 'export function buildApp(): void {', '  eval("1");', '}', ''].join(
  '\n',
);
const EVAL = 'CallExpression[callee.name="eval"]';

test('what must not be there is found with its file and line, types or not', async () => {
  const outcome = await judge({ query: EVAL, atMost: 0 }, { 'src/app.ts': APP, 'test/a.test.ts': 'eval("2")' });
  expect(outcome.status).toBe('failed');
  expect(outcome.evidence?.mismatches).toEqual([
    { at: 'src/app.ts:4', expected: 'nothing of the kind', actual: 'eval("1");' },
  ]);
  expect((await judge({ query: EVAL, atMost: 1 }, { 'src/app.ts': APP })).status).toBe('passed');
});

test('what must be there is counted over all files that are meant', async () => {
  const files = { 'src/app.ts': APP, 'src/services/books.ts': APP };
  const query = 'ExportNamedDeclaration > FunctionDeclaration';
  expect((await judge({ query, atLeast: 2 }, files)).status).toBe('passed');
  expect((await judge({ query, atLeast: 3 }, files)).reason).toContain('at least 3 places');
  expect((await judge({ query, atLeast: 1, files: 'src/services/*.ts' }, { 'src/app.ts': APP })).status).toBe('failed');
});

test('a file that cannot be parsed is an error that names it', async () => {
  const broken = await judge({ query: EVAL }, { 'src/app.ts': 'const a = 1;\nconst = ;' });
  expect(broken.status).toBe('error');
  expect(broken.reason).toContain('src/app.ts:2');
});

test('a file that nests deeper than the parser can follow is an error, and the next one is judged', async () => {
  const deep = `export const a = ${'['.repeat(100_000)}`;
  expect((await judge({ query: EVAL }, { 'src/app.ts': deep })).status).toBe('error');
  expect((await judge({ query: EVAL }, { 'src/app.ts': APP })).status).toBe('passed');
});

test.each([
  ['[name=/^a/]', 'regular expression'],
  ['CallExpression:has([callee.name=/(a+)+$/])', 'regular expression'],
  ['CallExpression[', 'Expected'],
])('the selector %s is refused', async (query, reason) => {
  const outcome = await judge({ query }, { 'src/app.ts': APP });
  expect(outcome).toMatchObject({ status: 'error', reason: expect.stringContaining(reason) });
});
