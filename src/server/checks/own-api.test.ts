import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Check } from '../../contract/check.ts';
import type { LabRun } from '../lab/lab.ts';
import type { RunningApi } from '../sandbox/pool.ts';
import { StartFailedError } from '../sandbox/start-failed-error.ts';
import { type CheckRun, runChecks } from './run-checks.ts';

/** What happened, in the order in which it happened: labs and processes by their number. */
type Bench = Pick<CheckRun, 'openLab' | 'start'> & { log: string[]; most: number };

/** APIs on real sockets. `listener` is made anew for each process, with the lab that it was started beside. */
function bench(listener: (lab: LabRun, process: number) => RequestListener): Bench {
  let labs = 0;
  let processes = 0;
  let open = 0;
  const made: Bench = {
    log: [],
    most: 0,
    openLab: async () => {
      labs += 1;
      const name = `lab ${labs}`;
      const close = async () => void made.log.push(`${name} closed`);
      return { env: { NAME: name }, files: [], strangerOrigin: 'http://localhost:1', forget: async () => {}, close };
    },
    start: async (lab): Promise<RunningApi> => {
      processes += 1;
      open += 1;
      made.most = Math.max(made.most, open);
      const name = `process ${processes}`;
      made.log.push(`${name} beside ${lab.env.NAME}`);
      const server = createServer(listener(lab, processes));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      onTestFinished(() => void server.close());
      const { port } = server.address() as AddressInfo;
      let hasStopped = false;
      const stop = async () => {
        if (hasStopped) return;
        hasStopped = true;
        open -= 1;
        made.log.push(`${name} ended`);
        server.closeAllConnections();
        server.close();
      };
      const ended = new Promise<never>(() => undefined);
      return { url: `http://127.0.0.1:${port}`, port, openapi: null, routes: [], stop, ended };
    },
  };
  return made;
}

const check = (id: string, steps: unknown[], more: object = {}): Check =>
  Check.parse({ id, title: id, message: 'It holds.', kind: 'http', steps, ...more });

const run = (checks: Check[], { openLab, start }: Bench, signal = new AbortController().signal) =>
  runChecks({ checks, quiz: [], answers: {}, files: [], openLab, start, signal });

const ok = { request: { path: '/' }, expect: { status: 200 } };
const answer =
  (body: unknown): RequestListener =>
  (_, response) =>
    void response.setHeader('content-type', 'application/json').end(JSON.stringify(body));

describe('an API of its own', () => {
  test('is what a fresh check has, beside a lab of its own, and both end', async () => {
    const apis = bench((lab) => answer({ lab: lab.env.NAME }));
    const shared = { request: { path: '/' }, expect: { body: { lab: '{{env.NAME}}' } } };
    const checks = [check('a', [shared]), check('b', [shared], { fresh: true }), check('c', [shared])];
    const { verdicts } = await run(checks, apis);
    expect(verdicts.map(({ checkId, status }) => `${checkId} ${status}`)).toEqual(['a passed', 'b passed', 'c passed']);
    await expect.poll(() => apis.log.filter((one) => one.endsWith('closed'))).toHaveLength(2);
    expect(apis.log.filter((one) => one.includes('beside'))).toEqual([
      'process 1 beside lab 1',
      'process 2 beside lab 2',
    ]);
  });

  test('comes back beside the same lab after a restart', async () => {
    const apis = bench((lab, process) => answer({ process, lab: lab.env.NAME }));
    const steps = [
      { request: { path: '/' }, capture: { before: 'body.process' }, expect: { body: { lab: 'lab 1' } } },
      { restart: true },
      { request: { path: '/' }, expect: { body: { process: { $not: '{{before}}' }, lab: 'lab 1' } } },
    ];
    const { verdicts } = await run([check('kept', steps)], apis);
    expect(verdicts).toMatchObject([{ status: 'passed' }]);
    await expect
      .poll(() => apis.log)
      .toEqual([
        'process 1 beside lab 1',
        'process 1 ended',
        'process 2 beside lab 1',
        'process 2 ended',
        'lab 1 closed',
      ]);
  });

  test('that does not come back is an error of this check alone', async () => {
    const apis = bench(() => answer({}));
    const { start } = apis;
    let starts = 0;
    const failing: Bench = {
      ...apis,
      start: async (lab) => {
        starts += 1;
        if (starts === 2) throw new StartFailedError({ code: 'RW_CODE_SYNTAX', message: 'no' });
        return await start(lab);
      },
    };
    const { verdicts } = await run([check('kept', [ok, { restart: true }, ok])], failing);
    expect(verdicts).toMatchObject([{ status: 'error', reason: expect.stringContaining('not running') }]);
  });

  test('is not made for more than a few checks at the same time, and none waits for ever', async () => {
    const apis = bench(() => answer({}));
    const checks = Array.from({ length: 7 }, (_, index) =>
      check(`c-${'abcdefg'[index]}`, [ok], { fresh: true, ...(index > 0 && { needs: `c-${'abcdefg'[index - 1]}` }) }),
    );
    const free = ['x', 'y', 'z', 'w'].map((id) => check(id, [ok], { fresh: true }));
    const { verdicts } = await run([...checks.reverse(), ...free, check('shared', [ok])], apis);
    expect(verdicts.map(({ status }) => status)).toEqual(Array(12).fill('passed'));
    expect(apis.most).toBeLessThanOrEqual(3);
  });

  test('ends when the run is aborted', async () => {
    const stop = new AbortController();
    const reason = new Error('a newer edit');
    const apis = bench(() => () => stop.abort(reason));
    await expect(run([check('a', [ok], { fresh: true })], apis, stop.signal)).rejects.toBe(reason);
    await expect.poll(() => apis.log.at(-1)).toBe('lab 1 closed');
  });
});

test('a wait ends when the run is aborted', async () => {
  const stop = new AbortController();
  const reason = new Error('a newer edit');
  const apis = bench(() => (_, response) => {
    response.end();
    // After this answer the check waits.
    response.on('close', () => stop.abort(reason));
  });
  const began = performance.now();
  await expect(run([check('a', [ok, { wait: 3_000 }, ok])], apis, stop.signal)).rejects.toBe(reason);
  expect(performance.now() - began).toBeLessThan(3_000);
});

test('checks know the origin that the learner code does not', async () => {
  const apis = bench(() => (request, response) => void response.end(JSON.stringify(request.headers.origin)));
  const steps = [
    {
      request: { path: '/', headers: { origin: '{{env.STRANGER_ORIGIN}}' } },
      expect: { body: 'http://localhost:1' },
    },
  ];
  expect((await run([check('a', steps)], apis)).verdicts).toMatchObject([{ status: 'passed' }]);
});

test('without TLS, plain HTTP is the API itself; it is not counted as an exchange of the contract', async () => {
  const apis = bench(() => answer({}));
  const steps = [{ request: { to: 'plain', path: '/' }, expect: { status: 200 } }];
  const { verdicts, observed } = await run([check('a', steps)], apis);
  expect(verdicts).toMatchObject([{ status: 'passed' }]);
  expect(verdicts[0]?.evidence?.request?.path).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(observed).toEqual([]);
});

test('an attack that brings the API to a halt got through', async () => {
  const apis = bench(() => () => {});
  const attack = { kind: 'attack', attack: 'deep-body', gain: 'g', safe: 's' };
  const { verdicts } = await run([check('a', [ok], attack), check('b', [ok], { fresh: true })], apis);
  expect(verdicts).toMatchObject([
    { status: 'failed', reason: expect.stringContaining('No complete answer') },
    { status: 'error' },
  ]);
});
