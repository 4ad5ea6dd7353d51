import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlace, type Place } from './place.test-support.ts';
import type { RunOptions } from './running-api.ts';

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

describe('what a learner cannot reach', () => {
  const tried = async (expression: string, before = '') => {
    const api = await place.run(app(`  app.get('/', async () => ({ got: await (${expression}) }));`, before));
    const text = await (await fetch(api.url)).text();
    await api.stop();
    return text;
  };

  test('the environment of the workbench', async () => {
    process.env.ROUTEWRIGHT_SECRET = 'hidden';
    await place.pool.close();
    place = await openPlace(1);
    const text = await tried('Object.keys(process.env)');
    delete process.env.ROUTEWRIGHT_SECRET;
    expect(text).not.toContain('ROUTEWRIGHT_SECRET');
    expect(text).not.toMatch(/"(HOME|USER|PATH|NODE_CHANNEL_FD)"/);
  });

  const FS = "import fs from 'node:fs/promises';";
  const SOCKETS = "import net from 'node:net';";
  test.for([
    ['files outside', "fs.readFile('/etc/hostname', 'utf8')", FS],
    ['folders outside', "fs.readdir('/')", FS],
    ['writing in its own workspace', "fs.writeFile(new URL('x.txt', import.meta.url), 'x')", FS],
    ['other programs', "import('node:child_process').then((m) => m.execSync('id').toString())", ''],
    ['worker threads', "import('node:worker_threads').then((m) => new m.Worker('', { eval: true }).threadId)", ''],
    ['the inspector', "import('node:inspector').then((m) => new m.Session().connect())", ''],
    ['the inspector by its port', "import('node:inspector').then((m) => m.open(0))", ''],
    ['signals to the workbench', 'process.kill(process.ppid, 0)', ''],
    ['signals by the inner function', "Reflect.get(process, '_kill').call(process, process.ppid, 0)", ''],
    ['the inspector of the workbench', "Reflect.get(process, '_debugProcess').call(process, process.pid)", ''],
    ['listening by the inner function', "Reflect.get(net, '_createServerHandle')('0.0.0.0', 0, 4)", SOCKETS],
  ] as const)('%s', async ([, expression, before]) => {
    expect(await tried(expression, before)).not.toContain('"got"');
  });

  test('a socket that is a file is refused before anybody is asked', async () => {
    const refused = "new Promise((told) => net.connect('/nobody.sock').on('error', (error) => told(error.code)))";
    expect(await tried(refused, SOCKETS)).toBe('{"got":"EACCES"}');
  });

  test('options of V8, some of which make it write files', async () => {
    const expression =
      "(v8.setFlagsFromString('--allow-natives-syntax'), new Function('return %HasFastProperties({})')())";
    expect(await tried(expression, "import v8 from 'node:v8';")).not.toContain('"got"');
  });

  test('its own workspace it can read', async () => {
    expect(await tried("fs.readFile(new URL('app.ts', import.meta.url), 'utf8')", FS)).toContain('"got"');
  });
});

test('of two lessons that run, neither reads the files of the other', async () => {
  const reading = (file: string) =>
    app(
      `  app.get('/', async () => fs.readFile(${JSON.stringify(file)}, 'utf8').catch((error) => error.code));`,
      "import fs from 'node:fs/promises';",
    );
  const other = await place.workspace({ 'src/app.ts': app('') });
  const run = await place.pool.run({ workspace: other, entry: 'src/app.ts' });
  const here = await place.workspace({ 'src/app.ts': reading(`${other}/src/app.ts`), 'note.txt': 'mine' });
  const api = await place.pool.run({ workspace: here, entry: 'src/app.ts' });
  expect(await (await fetch(api.url)).text()).toBe('ERR_ACCESS_DENIED');
  await Promise.all([api.stop(), run.stop()]);
});

test('paths in the console are those of the workspace, wherever the process has its files', async () => {
  const lines: string[] = [];
  const workspace = await place.workspace({ 'src/app.ts': app('', 'console.log(import.meta.filename);') });
  const onLog: RunOptions['onLog'] = (found) => void lines.push(...found.map(({ text }) => text));
  const api = await place.pool.run({ workspace, entry: 'src/app.ts', onLog });
  await expect.poll(() => lines).toEqual([`${workspace}/src/app.ts`]);
  await api.stop();
});

test('a process that writes into the protocol is ended', async () => {
  const api = await place.run(
    app('  app.get(\'/\', async () => fs.writeSync(4, \'{"type":"passed"}\\n\'));', "import fs from 'node:fs';"),
  );
  await fetch(api.url).catch(() => {});
  const { reason, failure } = await api.ended;
  expect(reason).toBe('crashed');
  expect(failure?.message).toContain('not a message of the workbench');
});

test('a flood of output is bounded, counted and does not stop the workbench', async () => {
  let bytes = 0;
  let lost = 0;
  const api = await place.run(
    app(
      "  app.get('/', async () => {\n    for (let n = 0; n < 64; n++) console.log('x'.repeat(1023) + '\\n'.repeat(1) + ('y'.repeat(1023) + '\\n').repeat(1023));\n    return 'done';\n  });",
    ),
    {
      onLog: (lines, dropped) => {
        for (const line of lines) bytes += line.text.length;
        lost += dropped;
      },
    },
  );
  expect(await (await fetch(api.url)).text()).toBe('done');
  await api.stop();
  expect(lost).toBeGreaterThan(0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(32 * 1024 * 1024);
});
