import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ChecksFile } from '../../../src/contract/check.ts';
import { examplesIn } from './field-examples.ts';
import { schemaNode } from './schema-node.ts';

const FILE = `
checks:
  - id: there
    kind: http
    steps:
      - request: { path: /books, headers: { accept: application/json } }
        expect: { status: [200, 204], body: { a: 1 } }
  - id: asked
    kind: quiz
    questions: [why]
`;

test('what a file says is an example of the field where it stands', () => {
  const { fields, objects } = examplesIn(schemaNode(ChecksFile), [parse(FILE)]);
  expect(fields.get('checks-http-steps-request-path')).toBe('path: /books');
  expect(fields.get('checks-http-steps-request-headers')).toBe('headers: { accept: application/json }');
  expect(fields.get('checks-http-steps-expect-status')).toBe('status: [ 200, 204 ]');
  expect(fields.get('checks-quiz-questions')).toBe('questions: [ why ]');
  expect(objects.get('checks-quiz')).toBe('id: asked\nkind: quiz\nquestions:\n  - why');
});

test('the first file that has a field gives its example; what is long gives none', () => {
  const long = { checks: [{ kind: 'quiz', title: 'x'.repeat(200) }] };
  const later = { checks: [{ kind: 'quiz', title: 'Later', id: 'second' }] };
  const { fields } = examplesIn(schemaNode(ChecksFile), [parse(FILE), long, later]);
  expect(fields.get('checks-quiz-title')).toBe('title: Later');
  expect(fields.get('checks-quiz-id')).toBe('id: asked');
});
