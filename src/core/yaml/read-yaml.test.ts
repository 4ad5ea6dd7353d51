import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Check } from '../../contract/check.ts';
import { CourseFile } from '../../contract/course.ts';
import { LIMITS } from '../../contract/limits.ts';
import { readYaml } from './read-yaml.ts';

const ChecksFile = z.strictObject({ schemaVersion: z.literal(1), checks: z.array(Check) });

/** Each problem as "line:column message"; the message of RW_COURSE_SCHEMA is the detail alone. */
const problems = (text: string, schema: z.ZodType = ChecksFile) =>
  readYaml(schema, text, 'checks.yaml').problems.map((one) => `${one.line}:${one.column} ${one.message}`);

const good = `schemaVersion: 1
checks:
  - kind: http
    id: lists-books
    title: GET answers 200
    message: The list of books is there.
    steps:
      - request: { path: /books }
        expect:
          status: 200
          body: { data: { $each: { id: { $type: integer } } } }
`;

test('a good file is read with its defaults', () => {
  const { value, problems: none } = readYaml(ChecksFile, good, 'checks.yaml');
  expect(none).toEqual([]);
  expect(value?.checks[0]).toMatchObject({ severity: 'required', steps: [{ request: { method: 'GET' }, repeat: 1 }] });
});

describe('a mistake is reported where it stands, with what is meant', () => {
  test.each([
    [
      'unknown key',
      ['status: 200', 'satus: 200'],
      '10:11 checks[0].steps[0].expect.satus: unknown key; did you mean "status"?',
    ],
    [
      'unknown key far from all',
      ['status: 200', 'colour: red'],
      '10:11 checks[0].steps[0].expect.colour: unknown key; known: status, headers, body, schema, openapi and within',
    ],
    [
      'kind',
      ['kind: http', 'kind: htpp'],
      '3:11 checks[0].kind: expected one of http, attack, plan, contract, quiz, openapi, learner-tests, source, file or decision, found "htpp"; did you mean "http"?',
    ],
    [
      'missing kind',
      ['kind: http\n    id', 'id'],
      '3:5 checks[0].kind: missing; one of http, attack, plan, contract, quiz, openapi, learner-tests, source, file or decision is needed here',
    ],
    [
      'enum',
      ['{ path: /books }', '{ path: /books, method: get }'],
      '8:42 checks[0].steps[0].request.method: expected one of GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS, found "get"; did you mean "GET"?',
    ],
    [
      'type',
      ['status: 200', "status: '200'"],
      '10:19 checks[0].steps[0].expect.status: expected a number or a list, found "200"',
    ],
    ['range', ['status: 200', 'status: 20'], '10:19 checks[0].steps[0].expect.status: expected at least 100, found 20'],
    [
      'inside a list',
      ['status: 200', 'status: [200, 2000]'],
      '10:25 checks[0].steps[0].expect.status[1]: expected at most 599, found 2000',
    ],
    ['missing', ['    title: GET answers 200\n', ''], '3:5 checks[0].title: missing; a string is needed here'],
    [
      'id',
      ['id: lists-books', 'id: Lists Books'],
      '4:9 checks[0].id: expected an id in kebab-case, such as "create-a-book", found "Lists Books"',
    ],
    [
      'header variant',
      ['status: 200', 'headers: { a: { preset: true } }'],
      '10:27 checks[0].steps[0].expect.headers.a.preset: unknown key; did you mean "present"?',
    ],
    [
      'header value',
      ['status: 200', 'headers: { a: { glob: 1 } }'],
      '10:33 checks[0].steps[0].expect.headers.a.glob: expected a string, found 1',
    ],
    ['version', ['schemaVersion: 1', 'schemaVersion: 2'], '1:16 schemaVersion: expected 1, found 2'],
    [
      'empty list',
      [
        'steps:\n      - request: { path: /books }\n        expect:\n          status: 200\n          body: { data: { $each: { id: { $type: integer } } } }',
        'steps: []',
      ],
      '7:12 checks[0].steps: expected at least 1 item, found a list',
    ],
  ])('%s', (_name, [from, to], expected) => {
    expect(problems(good.replace(from as string, to as string))).toEqual([expected]);
  });

  test('a misspelt required key is one problem, not two', () => {
    expect(problems(good.replace('title:', 'titel:'))).toEqual([
      '5:5 checks[0].titel: unknown key; did you mean "title"?',
    ]);
  });

  test('several mistakes come in the order of their lines, and each inside its own variant', () => {
    const text = `schemaVersion: 1
checks:
  - { kind: plan, id: p, title: t, message: m, rules: [{ rule: fields, resource: books, nmaes: [id] }] }
  - { kind: http, id: h, title: t, message: m, setps: [] }
  - { kind: quiz, id: q, title: t, message: m, questions: one }
`;
    expect(problems(text)).toEqual([
      '3:89 checks[0].rules[0].nmaes: unknown key; did you mean "names"?',
      '4:48 checks[1].setps: unknown key; did you mean "steps"?',
      '5:59 checks[2].questions: expected a list, found "one"',
    ]);
  });

  test('the fields of a problem can be used by an editor', () => {
    const [problem] = readYaml(ChecksFile, good.replace('status: 200', 'satus: 200'), 'a/checks.yaml').problems;
    expect(problem).toEqual({
      code: 'RW_COURSE_SCHEMA',
      message: 'checks[0].steps[0].expect.satus: unknown key; did you mean "status"?',
      file: 'a/checks.yaml',
      line: 10,
      column: 11,
      path: 'checks[0].steps[0].expect.satus',
      expected: 'status, headers, body, schema, openapi or within',
      nearest: 'status',
    });
  });
});

describe('what is no readable YAML', () => {
  test.each([
    ['duplicate key', 'a: 1\na: 2', 'this key is there twice', 2],
    ['tab', 'a:\n\tb: 1', 'tab', 2],
    ['open quote', 'a: "b', 'a character is missing', 1],
    ['two documents', 'a: 1\n---\nb: 2', 'only one document', 2],
    ['alias', 'a: &x 1\nb: *x', '*x: aliases are not allowed', 2],
    ['merge key', 'a: &x { k: 1 }\nb: { <<: *x }', '*x: aliases are not allowed', 2],
    ['tag', 'a: !js/function "x"', 'tags such as !name are not allowed', 1],
  ])('%s', (_name, text, words, line) => {
    const { value, problems: found } = readYaml(z.json(), text, 'a.yaml');
    expect(value).toBeNull();
    expect(found[0]).toMatchObject({ code: 'RW_COURSE_YAML', line });
    expect(found[0]?.message).toContain(words);
  });

  test('an empty file misses everything at its first line', () => {
    expect(problems('', CourseFile)[0]).toMatch(/^1:1 expected an object, found null/);
  });
});

describe('hostile files', () => {
  test('larger than the limit are refused unread, counted in bytes', () => {
    const text = `a: ${'ü'.repeat(LIMITS.courseFileBytes / 2)}`;
    expect(readYaml(z.json(), text, 'a.yaml').problems).toMatchObject([{ code: 'RW_COURSE_FILE_TOO_LARGE' }]);
    expect(readYaml(z.json(), `a: ${'u'.repeat(LIMITS.courseFileBytes / 2)}`, 'a.yaml').problems).toEqual([]);
  });
  test('a billion laughs is refused at its first alias', () => {
    const lines = [
      'a: &a [lol]',
      ...'bcdefghi'.split('').map((n, i) => `${n}: &${n} [*${'abcdefgh'[i]}, *${'abcdefgh'[i]}]`),
    ];
    expect(readYaml(z.json(), lines.join('\n'), 'a.yaml').problems[0]?.message).toContain('aliases are not allowed');
  });
  test('nested without end gives a problem, not a crash', () => {
    for (const text of ['['.repeat(20_000), '- '.repeat(20_000), `${'['.repeat(20_000)}${']'.repeat(20_000)}`]) {
      expect(readYaml(ChecksFile, text, 'a.yaml').problems.length).toBeGreaterThan(0);
    }
  });
  test('__proto__ is a key like any other', () => {
    expect(readYaml(ChecksFile, '__proto__: { polluted: true }', 'a.yaml').value).toBeNull();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
