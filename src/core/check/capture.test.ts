import { describe, expect, test } from 'vitest';
import { HttpRequestSpec } from '../../contract/http-step.ts';
import { capture, fillJson, fillRequest, fillTemplate } from './capture.ts';

const response = {
  status: 201,
  headers: { Location: '/api/v1/books/7' },
  body: '{"data":[{"id":7,"title":"Dune"}],"token":"a.b"}',
  truncated: false,
  ms: 1,
};

describe('capture', () => {
  test('takes status, headers and values of the body with their types', () => {
    const spec = {
      code: 'status',
      where: 'header.location',
      id: 'body.data[0].id',
      same: 'body.data.0.id',
      all: 'body',
    };
    const { values, mismatches } = capture(spec, response);
    expect(mismatches).toEqual([]);
    expect(values).toMatchObject({ code: 201, where: '/api/v1/books/7', id: 7, same: 7, all: { token: 'a.b' } });
  });
  test('says where nothing was to take', () => {
    const spec = { a: 'body.data[1].id', b: 'header.etag', c: 'body.constructor', d: 'cookies.x' };
    const { values, mismatches } = capture(spec, response);
    expect(values).toEqual({});
    expect(mismatches.map((one) => one.at)).toEqual([
      'body.data[1].id',
      'header etag',
      'body.constructor',
      'cookies.x',
    ]);
  });
});

describe('templates', () => {
  test('a day counts from today, forward and back', () => {
    const [back, today, due] = fillTemplate('{{day.-1}} {{day.0}} {{day.21}}', {}).split(' ').map(Date.parse);
    expect(today).not.toBeNaN();
    expect(Number(due) - Number(today)).toBe(21 * 86_400_000);
    expect(Number(today) - Number(back)).toBe(86_400_000);
    expect(Math.abs(Date.now() - Number(today))).toBeLessThan(2 * 86_400_000);
  });
  test('fill names and leave unknown ones', () => {
    expect(fillTemplate('Bearer {{token}} {{ id }} {{nope}}', { token: 'a.b', id: 7 })).toBe('Bearer a.b 7 {{nope}}');
  });
  test('keep the type of a value that stands alone', () => {
    expect(fillJson({ id: '{{id}}', text: 'no {{id}}', list: ['{{id}}'] }, { id: 7 })).toEqual({
      id: 7,
      text: 'no 7',
      list: [7],
    });
  });
  test('keep that there is nothing', () => {
    const { values } = capture({ due: 'body.due' }, { ...response, body: '{"due":null}' });
    expect(fillJson({ due: '{{due}}', text: 'due {{due}}' }, values)).toEqual({ due: null, text: 'due null' });
  });
  test('do not take names from the prototype', () => {
    expect(fillTemplate('{{constructor}}', {})).toBe('{{constructor}}');
  });
});

describe('a request as it is sent', () => {
  const send = (spec: unknown, values = {}) => fillRequest(HttpRequestSpec.parse(spec), values);
  test('has a JSON body with its content type', () => {
    expect(send({ method: 'POST', path: '/books', body: { title: 'Dune' }, headers: { 'X-Key': 'k' } })).toEqual({
      method: 'POST',
      path: '/books',
      headers: { 'x-key': 'k', 'content-type': 'application/json' },
      body: '{"title":"Dune"}',
    });
    expect(send({ path: '/books', body: null }).body).toBe('null');
  });
  test('keeps a raw body and the content type that the check gives', () => {
    const raw = send({ method: 'POST', path: '/', rawBody: '{"a":', headers: { 'Content-Type': 'text/plain' } });
    expect(raw).toMatchObject({ body: '{"a":', headers: { 'content-type': 'text/plain' } });
    expect(send({ path: '/' })).not.toHaveProperty('body');
  });
  test.each([
    ['{{location}}', { location: '/api/v1/books/7' }, '/api/v1/books/7'],
    ['{{location}}', { location: 'http://127.0.0.1:4000/api/v1/books/7?x=1' }, '/api/v1/books/7?x=1'],
    ['{{location}}', { location: 'http://evil.example' }, '/'],
    ['{{location}}', { location: '//evil.example/x' }, '/evil.example/x'],
    ['{{location}}/loans', { location: '/books/7' }, '/books/7/loans'],
    ['/books/{{id}}', { id: 7 }, '/books/7'],
    ['/books/{{id}}?q={{q}}', { id: 'a/b', q: 'x y&z' }, '/books/a%2Fb?q=x%20y%26z'],
  ])('%s with %j goes to %s', (path, values, expected) => {
    expect(send({ path }, values).path).toBe(expected);
  });
});
