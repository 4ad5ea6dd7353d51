import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlace, type Place } from './place.test-support.ts';

const APP = `import Fastify from 'fastify';
export async function buildApp() {
  const app = Fastify();
  app.get('/pid', async () => process.pid);
  return app;
}
`;
const SLOW = 'export const buildApp = () => {\n  console.log(process.pid);\n  return new Promise(() => {});\n};\n';

let place: Place;
beforeAll(async () => {
  place = await openPlace(2);
});
afterAll(() => place.close());

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('each run gets a process of its own, and the pool fills up again', async () => {
  await place.pool.ready();
  const [first, second] = await Promise.all([place.run(APP), place.run(APP)]);
  const pids = await Promise.all(
    [first, second].map(async (api) => Number(await (await fetch(`${api.url}/pid`)).text())),
  );
  expect(pids[0]).not.toBe(pids[1]);
  await place.pool.ready();
  expect(place.pool.pids()).toHaveLength(4);
  await Promise.all([first.stop(), second.stop()]);
  expect(place.pool.pids()).toHaveLength(2);
  expect(pids.map(isAlive)).toEqual([false, false]);
  expect(await first.ended).toEqual({ reason: 'stopped' });
});

test('more runs than the pool holds all start', async () => {
  const apis = await Promise.all(Array.from({ length: 4 }, () => place.run(APP)));
  expect(new Set(apis.map((api) => api.port)).size).toBe(4);
  await Promise.all(apis.map((api) => api.stop()));
});

test('an aborted start rejects with the reason and leaves no process', async () => {
  const abort = new AbortController();
  let pid = 0;
  const run = place.run(SLOW, {
    signal: abort.signal,
    onLog: (lines) => {
      pid = Number(lines[0]?.text);
      abort.abort(new Error('a newer edit'));
    },
  });
  await expect(run).rejects.toThrow('a newer edit');
  expect(pid).toBeGreaterThan(0);
  await expect.poll(() => isAlive(pid)).toBe(false);
});

test('aborting while no process is rehearsed yet wastes none', async () => {
  const other = await openPlace(1);
  const workspace = await other.workspace({ 'src/app.ts': APP });
  const abort = new AbortController();
  const run = other.pool.run({ workspace, entry: 'src/app.ts', signal: abort.signal });
  // One that is kept, and one for the run.
  await expect.poll(() => other.pool.pids().length).toBe(2);
  const pids = other.pool.pids();
  abort.abort(new Error('a newer edit'));
  await expect(run).rejects.toThrow('a newer edit');
  await other.pool.ready(2);
  expect(other.pool.pids()).toEqual(pids);
  await other.close();
});

test('a signal that is aborted already takes no process', async () => {
  await place.pool.ready();
  const before = place.pool.pids();
  await expect(place.run(APP, { signal: AbortSignal.abort(new Error('too late')) })).rejects.toThrow('too late');
  expect(place.pool.pids()).toEqual(before);
});

test('aborting after the start does not end the API', async () => {
  const abort = new AbortController();
  const api = await place.run(APP, { signal: abort.signal });
  abort.abort();
  expect((await fetch(`${api.url}/pid`)).status).toBe(200);
  await api.stop();
});

test('an idle process that died is replaced', async () => {
  await place.pool.ready();
  for (const pid of place.pool.pids()) process.kill(pid, 'SIGKILL');
  await expect.poll(() => place.pool.pids()).toEqual([]);
  const api = await place.run(APP);
  expect((await fetch(`${api.url}/pid`)).status).toBe(200);
  await api.stop();
});

test('closing ends every process, running, starting and idle, and refuses new runs', async () => {
  const other = await openPlace(2);
  await other.pool.ready();
  const api = await other.run(APP);
  const starting = other.run(SLOW);
  const pids = other.pool.pids();
  await Promise.all([expect(starting).rejects.toThrow('closed'), other.close()]);
  expect(pids.length).toBeGreaterThan(1);
  expect(pids.filter(isAlive)).toEqual([]);
  expect(other.pool.pids()).toEqual([]);
  expect(await api.ended).toEqual({ reason: 'stopped' });
  await expect(other.pool.run({ workspace: other.home, entry: 'src/app.ts' })).rejects.toThrow('closed');
});
