import { posix } from 'node:path';
import { z } from 'zod';
import { STRICTNESS } from '../../contract/compiler-options.ts';

/** Files that every exported project has, unless the learner wrote them. `entry` is the file that exports buildApp. */

export const server = (entry: string): string => `import { buildApp } from '${wayFrom('src', entry)}';

const app = await buildApp();

// A container, a process manager or Ctrl+C asks to end: what is under way is answered first.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void app.close());
}

const address = await app.listen({ port: Number(process.env.PORT ?? 3000), host: process.env.HOST ?? '127.0.0.1' });
console.log(\`Listening at \${address}\`);
`;

export const appTest = (entry: string): string => `import assert from 'node:assert/strict';
import test from 'node:test';
import { buildApp } from '${wayFrom('test', entry)}';

test('the API starts, and says no to what it does not know', async () => {
  const app = await buildApp();
  try {
    await app.ready();
    const response = await app.inject({ method: 'GET', url: '/there/is/nothing/here' });
    assert.equal(response.statusCode, 404);
  } finally {
    await app.close();
  }
});
`;

/** For a plan that nobody has built yet: each operation is there and says so. */
export const plannedApp = (entry: string): string => `import { readFile } from 'node:fs/promises';
import Fastify, { type HTTPMethods } from 'fastify';

const METHODS: HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Every operation of openapi.json, not built yet: each answers 501. Replace them one after the other. */
export async function buildApp() {
  const app = Fastify({ logger: { level: 'error' } });
  const document = JSON.parse(await readFile(new URL('${wayFrom(posix.dirname(entry), 'openapi.json')}', import.meta.url), 'utf8'));
  for (const [path, operations] of Object.entries<object>(document.paths ?? {})) {
    for (const method of METHODS.filter((one) => one.toLowerCase() in operations)) {
      app.route({
        method,
        url: path.replaceAll('{', ':').replaceAll('}', ''),
        handler: async (_request, reply) => reply.code(501).send({ status: 'error', message: 'Planned, not built yet.', data: null }),
      });
    }
  }
  return app;
}
`;

/** How a module in `folder` imports `file`; both are relative to the project. */
function wayFrom(folder: string, file: string): string {
  const way = posix.relative(folder, file);
  return way.startsWith('.') ? way : `./${way}`;
}

export const TSCONFIG = json({
  compilerOptions: { target: 'ESNext', lib: ['ESNext'], module: 'NodeNext', types: ['node'], ...STRICTNESS },
  include: ['src', 'test'],
});

const Tsconfig = z.looseObject({
  compilerOptions: z.looseObject({}).default({}),
  include: z.array(z.string()).default([]),
});

/** A workspace's tsconfig.json for a project with its own node_modules and tests; as it is when it cannot be read. */
export function tsconfigOutside(text: string): string {
  const parsed = z.string().transform(readJson).pipe(Tsconfig).safeParse(text);
  if (!parsed.success) return text;
  const { compilerOptions, include, ...rest } = parsed.data;
  const folders = [...new Set([...include, 'src', 'test'])];
  return json({ ...rest, compilerOptions: { types: ['node'], ...compilerOptions }, include: folders });
}

/** Undefined for what is not JSON, which the schema refuses. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export const GIT_IGNORE = `node_modules/
*.db
*.db-shm
*.db-wal
.env
`;

export const CONTAINER_IGNORE = `.git
.github
node_modules
test
*.db*
.env
`;

export const CI_WORKFLOW = `name: CI
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v6
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: npm run types
      - run: npm test
`;

export const CONTAINER_FILE = `FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY . .
USER node
EXPOSE 3000
CMD ["node", "src/server.ts"]
`;
