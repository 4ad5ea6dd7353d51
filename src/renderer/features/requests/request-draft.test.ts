import { expect, test } from 'vitest';
import { bodyProblem, pretty, toDraft, toRequest } from './request-draft.ts';

const draft = { method: 'POST', path: '/books', headers: [], body: '{"title":"Emma"}' };

test('a body is sent as JSON unless its own content-type says otherwise', () => {
  expect(toRequest(draft).headers).toEqual({ 'content-type': 'application/json' });
  const own = { ...draft, headers: [{ name: 'Content-Type', value: 'text/plain' }] };
  expect(toRequest(own).headers).toEqual({ 'content-type': 'text/plain' });
});

test('a GET sends neither the body nor its content-type', () => {
  expect(toRequest({ ...draft, method: 'GET' })).toEqual({ method: 'GET', path: '/books', headers: {} });
});

test('headers without a name are left out and a path gets its slash', () => {
  const sent = toRequest({ ...draft, path: 'books?page=2', headers: [{ name: ' ', value: 'x' }], body: '' });
  expect(sent).toEqual({ method: 'POST', path: '/books?page=2', headers: {} });
});

test('a sent request becomes the draft that sends the same again', () => {
  const sent = {
    method: 'PUT',
    path: '/books/1',
    headers: { 'content-type': 'application/json', 'x-key': 'k' },
    body: '{"a":1}',
  };
  expect(toDraft(sent)).toEqual({
    method: 'PUT',
    path: '/books/1',
    headers: [{ name: 'x-key', value: 'k' }],
    body: '{\n  "a": 1\n}',
  });
  expect(JSON.parse(toRequest(toDraft(sent)).body ?? '')).toEqual({ a: 1 });
});

test('what is not JSON is shown as it is, with the reason', () => {
  expect(pretty('<p>hello')).toBe('<p>hello');
  expect(bodyProblem('{"a":}')).toContain('JSON');
  expect(bodyProblem('  ')).toBeNull();
});
