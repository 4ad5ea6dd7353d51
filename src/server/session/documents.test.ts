import { expect, test } from 'vitest';
import { checkTraffic, Documents } from './documents.ts';

const PLAN = `title: Library
resources:
  - name: books
    operations:
      - { method: GET, path: /books, summary: List the books, statuses: [200] }
`;
const BOOKS = { method: 'GET', path: '/books' };

test('while the plan cannot be read the last one that could stays, and its problem is told', () => {
  const documents = new Documents();
  const good = documents.of(1, PLAN, { routes: [BOOKS], openapi: null }, []);
  const broken = documents.of(2, `${PLAN}    operations: [`, { routes: [BOOKS], openapi: null }, []);
  expect(good.contract.built).toBe(1);
  expect(broken.planned).toEqual(good.planned);
  expect(broken.contract).toEqual(good.contract);
  expect(broken.planProblems).not.toEqual([]);
});

test('a plan that was removed is gone', () => {
  const documents = new Documents();
  documents.of(1, PLAN, null, []);
  expect(documents.of(2, null, null, [])).toMatchObject({ planned: null, contract: { planned: 0 } });
});

test('what checks sent is traffic of the route that answered', () => {
  const sent = { at: 1, ms: 2, method: 'GET', status: 404 };
  const entries = checkTraffic(
    [
      { ...sent, path: '/books/7?full=1' },
      { ...sent, path: '/nowhere' },
    ],
    [BOOKS, { method: 'GET', path: '/books/{id}' }],
  );
  expect(entries.map(({ route, from }) => ({ route, from }))).toEqual([
    { route: '/books/{id}', from: 'checks' },
    { route: undefined, from: 'checks' },
  ]);
});
