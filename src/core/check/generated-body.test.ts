import { expect, test } from 'vitest';
import { HttpRequestSpec } from '../../contract/http-step.ts';
import { fillRequest, labValues } from './capture.ts';
import { shownRequest } from './generated-body.ts';

const send = (spec: object, values = {}) => fillRequest(HttpRequestSpec.parse({ path: '/', ...spec }), values);

test('a generated body is JSON of the size or depth that is asked for', () => {
  expect(JSON.parse(send({ generate: { bytes: 1_000 } }).body ?? '')).toEqual({ text: 'a'.repeat(1_000) });
  expect(send({ generate: { depth: 3 } }).body).toBe('[[[]]]');
  expect(send({ generate: { depth: 200_000 } }).body).toHaveLength(400_000);
  expect(send({ generate: { bytes: 5 } }).headers).toEqual({ 'content-type': 'application/json' });
});

test('it takes its place in a body', () => {
  const body = { title: '{{generated}}', by: '{{who}}' };
  expect(send({ body, generate: { bytes: 3 } }, { who: '$&' }).body).toBe('{"title":"aaa","by":"$&"}');
  expect(send({ body, generate: { depth: 2 } }, { who: 'b' }).body).toBe('{"title":[[]],"by":"b"}');
});

test('people see its beginning and its size, and the rest of the request as it is', () => {
  const spec = HttpRequestSpec.parse({ method: 'POST', path: '/', generate: { bytes: 20_000_000 } });
  const shown = shownRequest(spec, fillRequest(spec, {}));
  expect(shown.body?.length).toBeLessThan(300);
  expect(shown.body).toMatch(/^\{"text":"a{100,}.*20,000,011 bytes in all/);
  const small = HttpRequestSpec.parse({ path: '/', body: 'x'.repeat(5_000) });
  expect(shownRequest(small, fillRequest(small, {})).body).toHaveLength(5_002);
});

test('a form is encoded, and variables of the lab stand where they are named', () => {
  const values = labValues({ JWT_SECRET: 'a&b=c', OAUTH_ISSUER: 'http://localhost:1' });
  const form = { token: '{{env.JWT_SECRET}}', 'x y': '{{ env.OAUTH_ISSUER }}', none: '{{env.NONE}}' };
  expect(send({ form }, values)).toMatchObject({
    body: 'token=a%26b%3Dc&x%20y=http%3A%2F%2Flocalhost%3A1&none=%7B%7Benv.NONE%7D%7D',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(send({ path: '/a/{{env.JWT_SECRET}}', headers: { origin: '{{env.OAUTH_ISSUER}}' } }, values)).toMatchObject({
    path: '/a/a%26b%3Dc',
    headers: { origin: 'http://localhost:1' },
  });
});
