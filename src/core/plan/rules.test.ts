import { describe, expect, test } from 'vitest';
import { Plan } from '../../contract/plan.ts';
import { PlanRule } from '../../contract/plan-rule.ts';
import { reasonOf } from '../check/verdict.ts';
import { judgePlan } from './rules.ts';

const library = {
  title: 'Library',
  purpose: 'Members of a town library find books and borrow them.',
  audience: 'public',
  basePath: '/api/v1',
  resources: [
    {
      name: 'books',
      fields: [{ name: 'id', type: 'integer', readOnly: true }, { name: 'title' }],
      rules: ['A book is lent to one member at a time.'],
      operations: [
        { method: 'GET', path: '/books', summary: 'List', statuses: [200] },
        { method: 'GET', path: '/books/{bookId}', summary: 'One', statuses: [404, 200] },
      ],
    },
  ],
};
type Change = (plan: typeof library) => unknown;
const line = (rule: unknown, change: Change = (plan) => plan) => {
  const plan = Plan.parse(change(structuredClone(library)));
  return reasonOf(judgePlan([PlanRule.parse(rule)], plan));
};
const books =
  (part: object): Change =>
  (plan) => ({ ...plan, resources: [{ ...plan.resources[0], ...part }] });
const operation = (path: string, part: object = {}): Change =>
  books({ operations: [{ method: 'GET', path, summary: 's', statuses: [200], ...part }] });

const table: [rule: object, change: Change | undefined, line: string][] = [
  [{ rule: 'purpose' }, undefined, ''],
  [{ rule: 'purpose' }, (plan) => ({ ...plan, purpose: '' }), 'plan.purpose missing'],
  [
    { rule: 'purpose', minWords: 6 },
    (plan) => ({ ...plan, purpose: 'books , - for all' }),
    'plan.purpose: 3 words, expected a sentence of at least 6 words',
  ],
  [{ rule: 'audience' }, undefined, ''],
  [{ rule: 'audience' }, (plan) => ({ ...plan, audience: undefined }), 'plan.audience missing'],
  [{ rule: 'audience', oneOf: ['internal'] }, undefined, 'plan.audience: public, expected internal'],
  [{ rule: 'resources', names: ['books'] }, undefined, ''],
  [
    { rule: 'resources', names: ['books'] },
    books({ name: 'book' }),
    'plan.resources.books: "book", expected a resource named "books"',
  ],
  [
    { rule: 'resources', names: ['books'] },
    (plan) => ({ ...plan, resources: [] }),
    'plan.resources.books: no resource yet, expected a resource named "books"',
  ],
  [{ rule: 'version', is: '1.0.0' }, undefined, ''],
  [{ rule: 'version', is: '1.1.0' }, undefined, 'plan.version: 1.0.0, expected 1.1.0'],
  [{ rule: 'field', resource: 'books', name: 'title', required: true, readOnly: false }, undefined, ''],
  [
    { rule: 'field', resource: 'books', name: 'isbn', required: false },
    undefined,
    'plan.resources.books.fields.isbn: id and title, expected a field named "isbn"',
  ],
  [
    { rule: 'field', resource: 'books', name: 'title', required: false },
    undefined,
    'plan.resources.books.fields.title: required: true, expected required: false',
  ],
  [
    { rule: 'field', resource: 'books', name: 'title', readOnly: true },
    undefined,
    'plan.resources.books.fields.title: every client may send it, expected readOnly: true',
  ],
  [
    { rule: 'field', resource: 'books', name: 'title', described: true },
    books({ fields: [{ name: 'title', description: ' ' }] }),
    'plan.resources.books.fields.title.description missing',
  ],
  [
    { rule: 'field', resource: 'books', name: 'title', described: true },
    books({ fields: [{ name: 'title', description: 'As on the title page.' }] }),
    '',
  ],
  [{ rule: 'fields', resource: 'books', names: ['id', 'title'] }, undefined, ''],
  [
    { rule: 'fields', resource: 'books', names: ['isbn'] },
    undefined,
    'plan.resources.books.fields: id and title, expected a field named "isbn"',
  ],
  [
    { rule: 'fields', resource: 'loans', names: ['id'] },
    undefined,
    'plan.resources.loans: "books", expected a resource named "loans"',
  ],
  [{ rule: 'read-only-id' }, undefined, ''],
  [{ rule: 'read-only-id', resource: 'books' }, undefined, ''],
  [
    { rule: 'read-only-id' },
    books({ fields: [{ name: 'id' }] }),
    'plan.resources.books.fields.id: a client could set it, expected readOnly: true, because the server sets it',
  ],
  [
    { rule: 'read-only-id' },
    books({ fields: [] }),
    'plan.resources.books.fields.id: no field "id", expected a field "id" with readOnly: true',
  ],
  [
    { rule: 'read-only-id' },
    (plan) => ({ ...plan, resources: [] }),
    'plan.resources: none, expected at least one resource',
  ],
  [{ rule: 'business-rule', resource: 'books' }, undefined, ''],
  [
    { rule: 'business-rule', resource: 'books' },
    books({ rules: [' '] }),
    'plan.resources.books.rules: none, expected at least 1 business rule in words',
  ],
  [
    { rule: 'business-rule', resource: 'books', min: 2 },
    undefined,
    'plan.resources.books.rules: 1, expected at least 2 business rules in words',
  ],
  [{ rule: 'plural-nouns' }, undefined, ''],
  [
    { rule: 'plural-nouns' },
    books({ name: 'book' }),
    'plan.resources.book: "book", expected a plural noun, such as "books"',
  ],
  [
    { rule: 'plural-nouns' },
    books({ name: 'getBooks' }),
    'plan.resources.getBooks: "getBooks", expected a plural noun, such as "books"',
  ],
  [{ rule: 'no-verbs-in-paths' }, undefined, ''],
  [
    { rule: 'no-verbs-in-paths' },
    operation('/books/getAll'),
    'GET /books/getAll: "getAll", expected a noun; the method is the verb',
  ],
  [
    { rule: 'no-verbs-in-paths' },
    books({ operations: [] }),
    'plan operations: none yet, expected at least one operation',
  ],
  [{ rule: 'kebab-case-paths' }, undefined, ''],
  [{ rule: 'kebab-case-paths' }, operation('/bookLoans'), 'GET /bookLoans: "bookLoans", expected "book-loans"'],
  [{ rule: 'kebab-case-paths' }, operation('/Book_Loans'), 'GET /Book_Loans: "Book_Loans", expected "book-loans"'],
  [{ rule: 'versioned-base-path' }, undefined, ''],
  [
    { rule: 'versioned-base-path' },
    (plan) => ({ ...plan, basePath: '/api' }),
    'plan.basePath: /api, expected a version in it, such as /api/v1',
  ],
  [{ rule: 'versioned-base-path', is: '/api/v1/' }, undefined, ''],
  [{ rule: 'versioned-base-path', is: '/api/v2' }, undefined, 'plan.basePath: /api/v1, expected /api/v2'],
  [{ rule: 'paths-under-resource' }, undefined, ''],
  [
    { rule: 'paths-under-resource' },
    operation('/all/books'),
    'plan.resources.books.operations: /all/books, expected a path that begins with /books',
  ],
  [
    { rule: 'paths-under-resource' },
    (plan) => ({ ...plan, resources: [] }),
    'plan operations: none yet, expected at least one operation',
  ],
  [{ rule: 'operation', method: 'GET', path: '/books/{id}', statuses: [200, 404] }, undefined, ''],
  [
    { rule: 'operation', method: 'POST', path: '/books' },
    undefined,
    'POST /books: only GET planned there, expected an operation in the plan',
  ],
  [
    { rule: 'operation', method: 'GET', path: '/loans' },
    undefined,
    'GET /loans: not planned yet, expected an operation in the plan',
  ],
  [
    { rule: 'operation', method: 'GET', path: '/books', statuses: [200, 401, 429] },
    undefined,
    'statuses of GET /books: 200, expected 401 and 429 too',
  ],
];

test.each(table)('%j', (rule, change, expected) => {
  expect(line(rule, change)).toBe(expected);
});

test('every rule is in the table, once held and once broken', () => {
  for (const variant of PlanRule.options) {
    const rows = table.filter(([rule]) => variant.shape.rule.safeParse((rule as { rule: string }).rule).success);
    expect(rows.some(([, , expected]) => expected === '')).toBe(true);
    expect(rows.some(([, , expected]) => expected !== '')).toBe(true);
  }
});

describe('a right answer is not refused', () => {
  test.each(['books', 'people', 'menus', 'loan-requests', 'categories', 'libraryMembers', 'analyses', 'taxis'])(
    '%s is plural',
    (name) => expect(line({ rule: 'plural-nouns' }, books({ name }))).toBe(''),
  );
  test.each(['status', 'address', 'bus', 'analysis', 'book', 's', 'class'])('%s is not plural', (name) =>
    expect(line({ rule: 'plural-nouns' }, books({ name }))).not.toBe(''),
  );
  test.each([
    '/check-ins',
    '/add-ons',
    '/runs',
    '/returns',
    '/stores',
    '/process-steps',
    '/newest',
    '/sets',
    '/address',
  ])('%s has no verb', (path) => expect(line({ rule: 'no-verbs-in-paths' }, operation(path))).toBe(''));
  test.each([
    '/getBooks',
    '/books/create',
    '/delete-book',
    '/books/{id}/borrow',
    '/books/new',
    '/list_books',
    '/GetBooks',
  ])('%s has a verb', (path) => expect(line({ rule: 'no-verbs-in-paths' }, operation(path))).not.toBe(''));
});
