import { expect, test } from 'vitest';
import { Check } from '../../contract/check.ts';
import { judgeFileCheck } from './file-check.ts';

const judge = (more: object, text: string | null) => {
  const check = Check.parse({ id: 'file', title: 't', message: 'm', kind: 'file', ...more });
  if (check.kind !== 'file') throw new Error('no file check');
  return judgeFileCheck(check, text);
};

const WORKFLOW = `name: CI
on:
  push:
jobs:
  test:
    steps:
      - uses: actions/checkout@v5
      - run: npm test
`;
const FILE = '.github/workflows/ci.yml';
const runs = (command: string) => ({ jobs: { test: { steps: { $contains: { run: command } } } } });

test('a workflow is judged as data, each subset for itself', () => {
  expect(judge({ file: FILE, content: [{ on: { push: { $any: true } } }, runs('npm test')] }, WORKFLOW).status).toBe(
    'passed',
  );
  const outcome = judge({ file: FILE, content: [runs('npm test'), runs('npm ci')] }, WORKFLOW);
  expect(outcome.status).toBe('failed');
  expect(outcome.evidence?.mismatches.map(({ at }) => at)).toEqual([`${FILE}.jobs.test.steps`]);
});

test('a file that is not there fails, one that cannot be read is an error with its line', () => {
  expect(judge({ file: FILE, content: [{}] }, null)).toMatchObject({ status: 'failed' });
  const broken = judge({ file: FILE, content: [{}] }, 'name: CI\non: [push\n');
  expect(broken.status).toBe('error');
  expect(broken.reason).toContain(FILE);
  expect(judge({ file: 'package.json', content: [{}] }, '{ "name": }').status).toBe('error');
});

test('a file with a byte order mark, as some editors save it, is read like any other', () => {
  const content = [{ name: 'library' }];
  expect(judge({ file: 'package.json', content }, '\uFEFF{ "name": "library" }').status).toBe('passed');
  expect(judge({ file: 'a.yaml', content }, '\uFEFFname: library').status).toBe('passed');
  expect(judge({ file: 'a.yaml', lines: ['name: library'] }, '\uFEFFname: library').status).toBe('passed');
});

test('lines are found and forbidden; comments and empty lines are none', () => {
  const file = 'Containerfile';
  const text = 'FROM  node:24-slim\n# USER node\nCOPY .env .\n';
  expect(judge({ file, lines: [{ $glob: 'FROM node:24*' }] }, text).status).toBe('passed');
  expect(judge({ file, lines: ['USER node'] }, text).status).toBe('failed');
  const outcome = judge({ file, without: [{ $includes: '.env' }] }, text);
  expect(outcome.evidence?.mismatches).toEqual([{ at: file, expected: 'no such line', actual: 'COPY .env .' }]);
});
