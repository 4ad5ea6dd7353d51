import { expect, test } from 'vitest';
import { PlanRule } from '../../../src/contract/plan-rule.ts';
import { ruleInWords } from './plan-words.ts';

const words = (rule: unknown) => ruleInWords(PlanRule.parse(rule));

test('what must be there is named', () => {
  expect(words({ rule: 'resources', names: ['books', 'loans'] })).toBe('There are the resources books and loans.');
  expect(words({ rule: 'fields', resource: 'books', names: ['id'] })).toBe('The resource books has the field id.');
  expect(words({ rule: 'operation', method: 'GET', path: '/books', statuses: [200, 404] })).toBe(
    'There is GET /books, with the statuses 200 and 404.',
  );
  expect(words({ rule: 'operation', method: 'GET', path: '/books' })).toBe('There is GET /books.');
});

test('what a field must say of itself', () => {
  const field = { rule: 'field', resource: 'loans', name: 'dueOn' };
  expect(words(field)).toBe('The resource loans has a field dueOn.');
  expect(words({ ...field, required: false, readOnly: true, described: true })).toBe(
    'The resource loans has a field dueOn that may be left out, only the server sets and is described in words.',
  );
});

test('every rule is a sentence', () => {
  const resource = 'books';
  for (const rule of [
    { rule: 'version', is: '1.1.0' },
    { rule: 'purpose' },
    { rule: 'audience' },
    { rule: 'read-only-id' },
    { rule: 'business-rule', resource, min: 2 },
    { rule: 'plural-nouns' },
    { rule: 'no-verbs-in-paths' },
    { rule: 'kebab-case-paths' },
    { rule: 'versioned-base-path' },
    { rule: 'versioned-base-path', is: '/api/v1' },
    { rule: 'paths-under-resource' },
  ])
    expect(words(rule)).toMatch(/^[A-Z].*\.$/);
});
