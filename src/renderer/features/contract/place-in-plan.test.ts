import { expect, test } from 'vitest';
import { placeInPlan } from './place-in-plan.ts';

const plan = `title: Library
basePath: /api/v1
resources:
  - name: books
    operations:
      - method: GET
        path: /books
        summary: List books
      - path: /books
        summary: Add a book
        method: POST
      - { method: GET, path: '/books/{id}', summary: One book, statuses: [200] }
`;

test.each([
  ['GET', '/api/v1/books', 7],
  ['POST', '/api/v1/books', 9],
  ['GET', '/api/v1/books/{id}', 12],
  ['DELETE', '/api/v1/books', 1],
])('%s %s stands on line %i', (method, path, line) => {
  expect(placeInPlan(plan, method, path)).toBe(line);
});
