import { expect, test } from 'vitest';
import { Check } from '../../contract/check.ts';
import { Lab } from '../../contract/lab.ts';
import { checkMistakes, fileCheckMistakes } from './check-mistakes.ts';

const mistakesOf = (more: object, lab: object) => {
  const check = Check.parse({ kind: 'http', id: 'c', title: 't', message: 'm', ...more });
  if (check.kind !== 'http' && check.kind !== 'attack') throw new Error('a check with steps');
  return checkMistakes(check, Lab.parse(lab)).map(
    (one) => `${one.path.join('.')}: ${one.detail}${one.nearest ? ` ${one.nearest}?` : ''}`,
  );
};
const mistakes = (...steps: object[]) => mistakesOf({ steps }, {});
const OAUTH = { authorization: true, secrets: ['JWT_SECRET'], env: { LIMIT: '5' } };

test('a check without mistakes has none', () => {
  expect(
    mistakes(
      {
        request: { path: '/a' },
        capture: { id: 'body.data[0].id', where: 'header.location', code: 'status', all: 'body' },
      },
      {
        request: {
          path: '{{where}}?x={{ id }}',
          headers: { a: '{{code}}' },
          body: { id: '{{id}}', note: '{ not one }' },
        },
        expect: { body: { id: '{{id}}', a: { $each: { $oneOf: [{ $type: 'string' }] } }, b: { $exact: { $id: 1 } } } },
      },
    ),
  ).toEqual([]);
});

test.each<[steps: object[], found: string]>([
  [[{ request: { path: '/a/{{id}}' } }], 'steps.0.request.path: No earlier step captures "id".'],
  [
    [
      { request: { path: '/a' }, capture: { bookId: 'body.id' } },
      { request: { path: '/a', body: { x: ['{{bokId}}'] } } },
    ],
    'steps.1.request.body.x.0: No earlier step captures "bokId". bookId?',
  ],
  [
    [{ request: { path: '/{{id}}' }, capture: { id: 'body.id' } }],
    'steps.0.request.path: No earlier step captures "id".',
  ],
  [
    [{ request: { path: '/a' }, expect: { body: { data: [{ id: { $tpye: 'integer' } }] } } }],
    'steps.0.expect.body.data.0.id.$tpye: There is no matcher "$tpye". $type?',
  ],
  [
    [{ request: { path: '/a' }, expect: { body: { $not: { a: { $regex: 'x' } } } } }],
    'steps.0.expect.body.$not.a.$regex: There is no matcher "$regex".',
  ],
  [
    [{ request: { path: '/a' }, capture: { a: 'headers.location' } }],
    'steps.0.capture.a: Nothing can be captured from "headers.location".',
  ],
])('%j', (steps, found) => {
  expect(mistakes(...steps)).toEqual([found]);
});

test('a schema that cannot be compiled is a mistake', () => {
  const [found] = mistakes({ request: { path: '/a' }, expect: { schema: { $ref: '#/definitions/none' } } });
  expect(found).toMatch(/^steps\.0\.expect\.schema: This JSON Schema cannot be used: /);
});

test('steps with the lab that they need have no mistakes', () => {
  const steps = [
    { token: { as: 'forged', alg: 'HS256', key: { env: 'JWT_SECRET' }, claims: { iss: '{{env.OAUTH_ISSUER}}' } } },
    { authorize: { as: 'access', grant: 'code', scope: 'loans:read' } },
    { request: { path: '/a', headers: { authorization: 'Bearer {{access}}', x: '{{forged}}{{env.LIMIT}}' } } },
    { request: { to: 'authorization', method: 'POST', path: '/token', form: { token: '{{access}}' } } },
    { request: { method: 'POST', path: '/a', body: { title: '{{generated}}' }, generate: { bytes: 5 } } },
    { restart: true },
    { wait: 5 },
  ];
  expect(mistakesOf({ steps }, OAUTH)).toEqual([]);
});

test.each<[step: object, lab: object, found: string]>([
  [
    { request: { path: '/{{env.JWT_SECRTE}}' } },
    OAUTH,
    'steps.0.request.path: The lab of this lesson has no variable "JWT_SECRTE". JWT_SECRET?',
  ],
  [
    { token: { as: 't', alg: 'HS256', key: { env: 'X' } } },
    {},
    'steps.0.token.key.env: The lab of this lesson has no variable "X".',
  ],
  [
    { token: { as: 't', alg: 'RS256', key: 'issuer' } },
    {},
    'steps.0.token.key: The lab of this lesson has no authorization.',
  ],
  [
    { token: { as: 't', alg: 'HS256', key: 'issuer' } },
    OAUTH,
    'steps.0.token.key: The key of the authorization server signs with RS256 only.',
  ],
  [
    { token: { as: 't', alg: 'RS256', key: 'issuer-public' } },
    OAUTH,
    'steps.0.token.key: A public key signs nothing; as a shared secret it is for HS256.',
  ],
  [
    { token: { as: 't', alg: 'RS256', key: { text: 'a' } } },
    {},
    'steps.0.token.key: RS256 signs with a key pair, not with a text.',
  ],
  [
    { token: { as: 't', alg: 'none', claims: { sub: '{{who}}' } } },
    {},
    'steps.0.token.claims.sub: No earlier step captures "who".',
  ],
  [{ authorize: { as: 't', grant: 'code' } }, {}, 'steps.0.authorize: The lab of this lesson has no authorization.'],
  [{ request: { to: 'plain', path: '/' } }, {}, 'steps.0.request.to: The lab of this lesson has no tls.'],
  [{ request: { path: '/', body: 1, form: {} } }, {}, 'steps.0.request: A request has one body, not body and form.'],
  [
    { request: { path: '/', rawBody: '', generate: { depth: 1 } } },
    {},
    'steps.0.request: A request has one body, not rawBody and generate.',
  ],
  [{ wait: 1, capture: { a: 'body' } }, {}, 'steps.0.capture: Only a request has an answer to capture from.'],
])('%j', (step, lab, found) => {
  expect(mistakesOf({ steps: [step] }, lab)).toEqual([found]);
});

test('of an attack also what it says and what it carries away', () => {
  const attack = {
    kind: 'attack',
    attack: 'data-leak',
    steps: [{ request: { path: '/' }, capture: { id: 'body.id' } }],
  };
  const good = { ...attack, loot: { hash: 'body.data[0].hash' }, gain: '{{hash}} of {{id}}', safe: '{{id}} stays.' };
  expect(mistakesOf(good, {})).toEqual([]);
  expect(mistakesOf({ ...good, loot: { hash: 'boddy' }, gain: '{{hsah}}', safe: '{{env.A}}' }, {})).toEqual([
    'loot.hash: Nothing can be captured from "boddy".',
    'gain: No earlier step captures "hsah". hash?',
    'safe: The lab of this lesson has no variable "A".',
  ]);
});

test('a file check names matchers that exist, and asks for data only where the format has some', () => {
  const found = (more: object) => {
    const check = Check.parse({ kind: 'file', id: 'c', title: 't', message: 'm', ...more });
    return check.kind === 'file' ? fileCheckMistakes(check).map(({ path }) => path.join('.')) : ['no file check'];
  };
  expect(found({ file: 'ci.yml', content: [{ on: { $contains: 'push' } }], lines: [{ $glob: 'on:*' }] })).toEqual([]);
  expect(found({ file: 'ci.yml', content: [{ on: { $contain: 'push' } }], without: [{ $globs: '*' }] })).toEqual([
    'content.0.on.$contain',
    'without.0.$globs',
  ]);
  expect(found({ file: 'Containerfile', content: [{}] })).toEqual(['content']);
});
