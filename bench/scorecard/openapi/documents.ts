import type { Json } from '../../../src/contract/ids.ts';
import { OpenApiDocument } from '../../../src/contract/sandbox.ts';
import { FOREIGN, HOSTILE_HTML, HOSTILE_MARKDOWN } from '../markdown/hostile-html.ts';
import { type Random, randomOf } from '../random.ts';

/**
 * `count` hostile OpenAPI documents, the same for the same seed, titled "API 0", "API 1" …: markup wherever text stands,
 * addresses that run code or load, references that lead outside, extensions of the viewer's own, names that are markup.
 */
export function hostileOpenApis(count: number, seed: number): OpenApiDocument[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, n) => documentOf(n, random));
}

const TEXTS = [...HOSTILE_HTML, ...HOSTILE_MARKDOWN];
const ADDRESSES = [
  'javascript:RUN',
  'JavaScript:RUN',
  ' javascript:RUN',
  'java\nscript:RUN',
  '\u0001javascript:RUN',
  'data:text/html,<script>RUN</script>',
  'vbscript:RUN',
  'blob:https://elsewhere.example/x',
  'file:///etc/passwd',
  '//elsewhere.example/x',
  `${FOREIGN}/x"onmouseover="RUN`,
];
const REFERENCES = [
  `${FOREIGN}/schema.json`,
  `${FOREIGN}/schema.json#/a`,
  '//elsewhere.example/s.json',
  'javascript:RUN',
  '#/components/schemas/Loop',
  '#/__proto__/polluted',
  '../../progress.sqlite',
];

function documentOf(n: number, random: Random): OpenApiDocument {
  const run = (text: string) => text.replaceAll('RUN', `ran(${n})`);
  const text = () => run(random.pick(TEXTS));
  const address = () => run(random.pick(ADDRESSES));
  const docs = () => ({ url: address(), description: text() });
  const schema = (): Json => ({
    type: random.pick<Json>(['object', 'string', ['string', 'null'], text()]),
    title: text(),
    description: text(),
    default: text(),
    enum: [text(), text()],
    examples: [text()],
    pattern: '(a+)+$',
    externalDocs: docs(),
    properties: { [text()]: { $ref: run(random.pick(REFERENCES)) }, deep: deep(random.whole(40)) },
  });
  const answer = (): Json => ({
    description: text(),
    headers: { [`x-${random.whole(9)}`]: { description: text(), schema: schema() } },
    content: { [random.pick(['application/json', 'text/html', text()])]: { schema: schema(), example: text() } },
    links: { next: { operationRef: address(), description: text(), server: { url: address() } } },
  });
  const operation = (): Json => ({
    tags: [text()],
    summary: text(),
    description: text(),
    operationId: text(),
    externalDocs: docs(),
    deprecated: text(),
    servers: [{ url: address(), description: text() }],
    parameters: [{ name: text(), in: 'query', description: text(), schema: schema(), example: text() }],
    requestBody: { description: text(), content: { 'application/json': { schema: schema() } } },
    responses: { 200: answer(), default: answer() },
    security: [{ login: [text()] }],
    'x-codeSamples': [{ lang: 'html', label: text(), source: text() }],
    'x-scalar-examples': { a: text() },
  });
  return OpenApiDocument.parse({
    openapi: random.pick(['3.1.0', '3.0.3', '3.1.1']),
    info: {
      title: `API ${n}`,
      version: text(),
      summary: text(),
      description: `${text()}\n\n${text()}\n\n${text()}`,
      termsOfService: address(),
      contact: { name: text(), url: address(), email: `${text()}@elsewhere.example` },
      license: { name: text(), url: address(), identifier: text() },
      'x-logo': { url: `${FOREIGN}/logo.png` },
    },
    jsonSchemaDialect: `${FOREIGN}/dialect`,
    servers: [{ url: address(), description: text(), variables: { a: { default: text() } } }],
    externalDocs: docs(),
    tags: [{ name: text(), description: text(), externalDocs: docs(), 'x-displayName': text() }],
    'x-tagGroups': [{ name: text(), tags: [text()] }],
    'x-scalar-sdk-installation': [{ lang: 'node', source: text(), description: text() }],
    'x-scalar-environments': { a: { color: text() } },
    paths: { '/a': { get: operation(), post: operation() }, [`/${text()}`]: { put: operation() } },
    webhooks: { [text()]: { post: operation() } },
    components: {
      schemas: { Loop: { properties: { again: { $ref: '#/components/schemas/Loop' } } }, [text()]: schema() },
      securitySchemes: {
        login: {
          type: 'oauth2',
          description: text(),
          flows: { authorizationCode: { authorizationUrl: address(), tokenUrl: address(), scopes: { a: text() } } },
        },
        openid: { type: 'openIdConnect', openIdConnectUrl: address() },
      },
    },
  });
}

function deep(levels: number): Json {
  let value: Json = { type: 'string' };
  for (let level = 0; level < levels; level += 1) value = { type: 'object', properties: { a: value } };
  return value;
}
