import { expect, test } from 'vitest';
import { OpenApiRule } from '../../contract/openapi-rule.ts';
import { type Finding, findingMismatches, findingsReason, placeOf } from './findings.ts';
import { RULE_TEXTS } from './rule-texts.ts';

const summary = (path: string, method = 'get'): Finding => ({
  rule: 'operation-summary',
  path: ['paths', path, method],
  detail: 'no summary',
});

test.each<[(string | number)[], string]>([
  [[], 'the document'],
  [['info', 'contact'], 'info, contact'],
  [['paths', '/books'], '/books'],
  [['paths', '/books', 'get'], 'GET /books'],
  [['paths', '/books', 'get', 'summary'], 'GET /books'],
  [['paths', '/books', 'post', 'responses', '201', 'content', 'application/json'], 'POST /books, 201'],
  [['paths', '/books', 'post', 'requestBody', 'content', 'application/json', 'schema'], 'POST /books, request body'],
  [['paths', '/books', 'parameters', 0], '/books, parameters, 0'],
])('%j is said as "%s"', (path, words) => {
  expect(placeOf(path)).toBe(words);
});

test('the reason counts, and names two places', () => {
  expect(findingsReason([summary('/a')])).toBe('1 operation has no summary: GET /a');
  expect(findingsReason([summary('/a'), summary('/b'), summary('/c', 'put')])).toBe(
    '3 operations have no summary: GET /a, GET /b, …',
  );
  const contact: Finding = { rule: 'info-contact', path: [], detail: '' };
  expect(findingsReason([summary('/a'), contact])).toBe(
    '1 operation has no summary: GET /a; 1 document names nobody to ask',
  );
});

test('evidence says once for each rule why it is one', () => {
  const found = findingMismatches([summary('/a'), summary('/b')]);
  expect(found.map(({ at }) => at)).toEqual(['GET /a', 'GET /b']);
  expect(found.map(({ expected }) => expected.includes(RULE_TEXTS['operation-summary'].why))).toEqual([true, false]);
});

test('every rule says how to mend it, and why in a whole sentence', () => {
  for (const rule of OpenApiRule.options) {
    const { one, many, why, mend } = RULE_TEXTS[rule];
    expect(one, rule).not.toBe(many);
    expect(mend.endsWith('.'), rule).toBe(false);
    expect(why, rule).toMatch(/^[A-Z“].*\.$/);
  }
});
