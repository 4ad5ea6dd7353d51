import { expect, test } from 'vitest';
import { HttpStep } from '../../../src/contract/http-step.ts';
import { stepInWords } from './step-words.ts';

const words = (step: unknown) => stepInWords(HttpStep.parse(step));

test('a request with what is sent and what must come back', () => {
  const step = {
    label: 'Create one',
    request: { method: 'POST', path: '/books?by={{who}}', body: { title: 'Emma' } },
    expect: { status: [200, 201], headers: { location: { present: true } }, body: { id: { $type: 'integer' } } },
  };
  expect(words(step)).toEqual({
    label: 'Create one',
    does: 'POST /books?by={who}',
    isRequest: true,
    headers: [],
    sends: '{"title":"Emma"}',
    expects: 'status 200 or 201, a header location and body {"id": an integer}',
  });
});

test('many at once', () => {
  expect(words({ request: { path: '/' }, repeat: 50, parallel: true })).toMatchObject({
    does: 'GET /, 50 times at once',
    expects: null,
  });
});

test('steps that are no requests are sentences', () => {
  for (const step of [
    { restart: true },
    { wait: 100 },
    { token: { as: 'forged', alg: 'none' } },
    { authorize: { as: 'token', grant: 'code', user: 'ben' } },
  ])
    expect(words(step)).toMatchObject({ isRequest: false, does: expect.stringMatching(/\.$/), sends: null });
});

test('headers are told; values of the lab and days stand by their names', () => {
  const step = {
    request: {
      path: '/loans?to={{day.21}}&from={{ day.-1 }}&on={{day.0}}',
      headers: { Origin: '{{env.FRONTEND_ORIGIN}}' },
    },
    expect: { headers: { 'access-control-allow-origin': '{{env.FRONTEND_ORIGIN}}' } },
  };
  expect(words(step)).toMatchObject({
    does: 'GET /loans?to={21 days from today}&from={1 day ago}&on={today}',
    headers: ['Origin: {FRONTEND_ORIGIN}'],
    expects: 'header access-control-allow-origin: {FRONTEND_ORIGIN}',
  });
});
