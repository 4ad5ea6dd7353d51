import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Traffic } from '../../contract/sandbox.ts';
import type { LogLine } from '../../contract/session.ts';
import { openPlace, type Place } from './place.test-support.ts';

let place: Place;
beforeAll(async () => {
  place = await openPlace(1);
});
afterAll(() => place.close());

/** An API with this in front of `return app;`. */
const app = (body: string, before = '') => `import Fastify from 'fastify';
${before}
export async function buildApp() {
  const app = Fastify();
${body}
  return app;
}
`;

describe('routes and OpenAPI', () => {
  test('routes at the root and in plugins have their place in the code', async () => {
    const dir = await place.workspace({
      'src/app.ts': app(
        "  app.get('/health', async () => ({}));\n  app.register(books, { prefix: '/api/v1' });",
        "import { books } from './books.ts';",
      ),
      'src/books.ts': `import type { FastifyInstance } from 'fastify';
export async function books(app: FastifyInstance) {
  app.get('/books/:id', async () => ({}));
  app.route({ method: ['PUT', 'PATCH'], url: '/books/:id', handler: async () => ({}) });
}
`,
    });
    const api = await place.pool.run({ workspace: dir, entry: 'src/app.ts' });
    expect(api.routes).toEqual([
      { method: 'GET', path: '/health', file: 'src/app.ts', line: 5 },
      { method: 'GET', path: '/api/v1/books/{id}', file: 'src/books.ts', line: 3 },
      { method: 'PUT', path: '/api/v1/books/{id}', file: 'src/books.ts', line: 4 },
      { method: 'PATCH', path: '/api/v1/books/{id}', file: 'src/books.ts', line: 4 },
    ]);
    expect(api.openapi).toMatchObject({
      openapi: '3.1.0',
      paths: { '/health': { get: {} }, '/api/v1/books/{id}': { get: {}, put: {}, patch: {} } },
    });
    await api.stop();
  });

  test('zod schemas, plain JSON Schemas and shared schemas are documented side by side', async () => {
    const api = await place.run(
      app(
        `  app.addSchema({ $id: 'Shelf', type: 'object', properties: { room: { type: 'string' } } });
  app.post('/shelves', { schema: { body: { $ref: 'Shelf#' } } }, async () => ({}));
  app.register(async (typed) => {
    typed.setValidatorCompiler(validatorCompiler);
    typed.setSerializerCompiler(serializerCompiler);
    typed.get('/books', { schema: { querystring: z.object({ page: z.coerce.number().int().min(1).default(1) }), response: { 200: z.array(Book) } } }, async () => []);
  });`,
        `import { z } from 'zod';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
const Book = z.object({ id: z.number().int(), title: z.string() });`,
      ),
    );
    expect(api.openapi).toMatchObject({
      paths: {
        '/books': {
          get: {
            parameters: [{ name: 'page', in: 'query', schema: { type: 'integer', minimum: 1 } }],
            responses: {
              200: {
                content: {
                  'application/json': {
                    schema: { type: 'array', items: { properties: { title: { type: 'string' } } } },
                  },
                },
              },
            },
          },
        },
        '/shelves': { post: { requestBody: {} } },
      },
    });
    expect(JSON.stringify(api.openapi)).toContain('"room":{"type":"string"}');
    await api.stop();
  });

  test('a schema that cannot be written takes neither the start nor the other routes', async () => {
    const api = await place.run(
      app(
        `  app.setValidatorCompiler(() => () => true);
  app.get('/odd', { schema: { querystring: Odd } }, async () => ({}));
  app.get('/books', async () => []);`,
        `import { z } from 'zod';
const Odd = z.object({ when: z.lazy(() => { throw new Error('odd'); }) });`,
      ),
    );
    expect(Object.keys(api.openapi?.paths ?? {})).toEqual(['/odd', '/books']);
    await api.stop();
  });

  test("the learner's own @fastify/swagger is used", async () => {
    const api = await place.run(
      app(
        `  await app.register(swagger, { openapi: { openapi: '3.1.0', info: { title: 'Library', version: '2.0.0' } } });
  app.get('/books', async () => []);`,
        "import swagger from '@fastify/swagger';",
      ),
    );
    expect(api.openapi).toMatchObject({ info: { title: 'Library' }, paths: { '/books': {} } });
    await api.stop();
  });
});

describe('what a learner does with listen', () => {
  test('listening inside buildApp works, on a port and an address of the workbench', async () => {
    const said: string[] = [];
    const api = await place.run(
      app("  app.get('/', async () => 'here');\n  await app.listen({ port: 3000, host: '0.0.0.0' });"),
      { onLog: (lines) => said.push(...lines.map((line) => line.text)) },
    );
    expect(api.port).not.toBe(3000);
    expect(await (await fetch(api.url)).text()).toBe('here');
    await api.stop();
    expect(said.join()).toContain('asked for port 3000');
  });
});

function statusFor(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('a foreign Host header is refused, and not the names of this machine', async () => {
  const api = await place.run(app("  app.get('/', async () => 'here');"));
  const status = (host: string) => statusFor(api.port, host);
  expect(await status('rebound.example')).toBe(421);
  expect(await status('127.0.0.1.example:80')).toBe(421);
  expect(await status(`localhost:${api.port}`)).toBe(200);
  expect(await status(`127.0.0.1:${api.port}`)).toBe(200);
  await api.stop();
});

test('a foreign Host header is refused by any HTTP server that the learner makes', async () => {
  const api = await place.run(
    app(
      `  const plain = createServer((_request, response) => response.end('plain'));
  await once(plain.listen(), 'listening');
  app.get('/', async () => plain.address());`,
      "import { once } from 'node:events';\nimport { createServer } from 'node:http';",
    ),
  );
  const { port } = z.object({ port: z.number() }).parse(await (await fetch(api.url)).json());
  expect(await statusFor(port, 'rebound.example')).toBe(421);
  expect(await statusFor(port, 'localhost')).toBe(200);
  await api.stop();
});

test('answered requests are reported with their route', async () => {
  const seen: Traffic[] = [];
  const api = await place.run(app("  app.get('/books/:id', async () => ({}));"), {
    onTraffic: (entries) => seen.push(...entries),
  });
  await fetch(`${api.url}/books/7?full=1`);
  await fetch(`${api.url}/nothing`);
  await expect.poll(() => seen.length).toBe(2);
  expect(seen[0]).toMatchObject({ method: 'GET', url: '/books/7?full=1', route: '/books/{id}', status: 200 });
  expect(seen[1]).toMatchObject({ url: '/nothing', status: 404 });
  expect(seen[1]).not.toHaveProperty('route');
  await api.stop();
});

describe('an end after the start', () => {
  test('an error that nobody caught has its line and ends the process', async () => {
    const api = await place.run(
      app(
        "  app.get('/', async () => {\n    setTimeout(() => {\n      throw new Error('late');\n    });\n    return 1;\n  });",
      ),
    );
    await fetch(api.url);
    const { reason, failure } = await api.ended;
    expect(reason).toBe('crashed');
    expect(failure).toMatchObject({ code: 'RW_CODE_EXITED', file: 'src/app.ts', line: 7 });
    expect(failure?.message).toContain('late');
  });

  test('process.exit in a handler has its line', async () => {
    const api = await place.run(app("  app.get('/', async () => {\n    process.exit();\n  });"));
    await fetch(api.url).catch(() => {});
    expect(await api.ended).toMatchObject({
      reason: 'exited',
      failure: { code: 'RW_CODE_EXITED', file: 'src/app.ts', line: 6 },
    });
  });

  test('an API that closes itself is over, and says so', async () => {
    const api = await place.run(
      app("  app.get('/', async () => {\n    setTimeout(() => app.close());\n    return 1;\n  });"),
    );
    await (await fetch(api.url)).text();
    expect(await api.ended).toMatchObject({
      reason: 'exited',
      failure: { code: 'RW_CODE_EXITED', message: expect.stringContaining('nothing was left to do') },
    });
  });

  test('output written right before process.exit arrives', async () => {
    const lines: LogLine[] = [];
    const api = await place.run(
      app(
        "  app.get('/', async () => {\n    for (let n = 0; n < 2000; n++) console.log(n);\n    process.exit();\n  });",
      ),
      { onLog: (batch) => lines.push(...batch) },
    );
    await fetch(api.url).catch(() => {});
    await api.ended;
    expect(lines.filter((line) => line.stream === 'stdout').map((line) => line.text)).toEqual(
      Array.from({ length: 2000 }, (_, n) => String(n)),
    );
  });
});
