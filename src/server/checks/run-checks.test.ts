import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Check } from '../../contract/check.ts';
import type { Verdict } from '../../contract/evidence.ts';
import { LIMITS } from '../../contract/limits.ts';
import type { RunningApi } from '../sandbox/pool.ts';
import { StartFailedError } from '../sandbox/start-failed-error.ts';
import { type CheckRun, runChecks } from './run-checks.ts';

type Started = { start: () => Promise<RunningApi>; starts: number; stops: number };

/** An API on a real socket, as the pool would hand it over. */
function api(listener: RequestListener, built: Partial<RunningApi> = {}): Started {
  const started: Started = {
    starts: 0,
    stops: 0,
    start: async () => {
      started.starts += 1;
      const server = createServer(listener);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const stop = async (): Promise<void> => {
        started.stops += 1;
        server.closeAllConnections();
        server.close();
      };
      onTestFinished(() => void server.close());
      const ended = new Promise<never>(() => undefined);
      return { url: `http://127.0.0.1:${port}`, port, openapi: null, routes: [], stop, ended, ...built };
    },
  };
  return started;
}

const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

const http = (id: string, steps: unknown[], more: object = {}): Check =>
  Check.parse({ id, title: `title of ${id}`, message: 'It holds.', kind: 'http', steps, ...more });

const openLab: CheckRun['openLab'] = async () => ({
  env: {},
  files: [],
  forget: async () => {},
  close: async () => {},
});

const run = (checks: Check[], start: CheckRun['start'], more: Partial<CheckRun> = {}) =>
  runChecks({
    checks,
    quiz: [],
    answers: {},
    files: [],
    openLab,
    start,
    signal: new AbortController().signal,
    ...more,
  });

const statuses = (verdicts: Verdict[]) => verdicts.map(({ checkId, status }) => `${checkId} ${status}`);

describe('http checks', () => {
  test('capture values of one step for the next, with their type', async () => {
    const { start } = api(async (request, response) => {
      const { port } = request.socket.address() as AddressInfo;
      const location = `http://127.0.0.1:${port}/books/7`;
      if (request.method === 'POST') json(response, 201, { id: 7, sent: await textOf(request) }, { location });
      else json(response, 200, { path: request.url, id: 7, key: request.headers['x-id'] });
    });
    const check = http('create', [
      {
        request: { method: 'POST', path: '/books', body: { title: 'Emma' } },
        expect: { status: 201, body: { sent: '{"title":"Emma"}' } },
        capture: { id: 'body.id', location: 'header.location' },
      },
      {
        request: { path: '{{location}}', headers: { 'X-Id': 'n{{id}}' } },
        expect: { status: [200], body: { path: '/books/{{id}}', id: '{{id}}', key: 'n7' } },
      },
    ]);
    const { verdicts, observed } = await run([check], start);
    expect(verdicts).toEqual([expect.objectContaining({ checkId: 'create', status: 'passed', reason: '' })]);
    expect(verdicts[0]?.evidence).toMatchObject({ request: { path: '/books/7' }, response: { status: 200 } });
    expect(observed).toMatchObject([
      { method: 'POST', path: '/books', status: 201 },
      { method: 'GET', path: '/books/7', status: 200 },
    ]);
  });

  test('follow a location that is relative to the request', async () => {
    const { start } = api((request, response) => {
      const isPost = request.method === 'POST';
      json(response, isPost ? 201 : 200, { path: request.url }, isPost ? { location: 'books/7' } : {});
    });
    const check = http('create', [
      { request: { method: 'POST', path: '/api/v1/books' }, capture: { location: 'header.location' } },
      { request: { path: '{{location}}' }, expect: { body: { path: '/api/v1/books/7' } } },
    ]);
    expect(statuses((await run([check], start)).verdicts)).toEqual(['create passed']);
  });

  test('stop at the step that fails, with its exchange as evidence', async () => {
    const seen: string[] = [];
    const { start } = api((request, response) => {
      seen.push(request.url ?? '');
      json(response, request.url === '/b' ? 500 : 200, 'x'.repeat(LIMITS.evidenceChars + 10));
    });
    const steps = ['/a', '/b', '/c'].map((path) => ({ request: { path }, expect: { status: 200 } }));
    const { verdicts } = await run([http('steps', steps)], start);
    expect(seen).toEqual(['/a', '/b']);
    expect(verdicts).toMatchObject([{ status: 'failed', reason: '500, expected 200' }]);
    expect(verdicts[0]?.evidence?.request?.path).toBe('/b');
    expect(verdicts[0]?.evidence?.response).toMatchObject({ status: 500, truncated: true });
    expect(verdicts[0]?.evidence?.response?.body).toHaveLength(LIMITS.evidenceChars);
    expect(verdicts[0]?.evidence?.mismatches).toEqual([{ at: 'status', expected: '200', actual: '500' }]);
  });

  test('fail when something to capture is not there', async () => {
    const { start } = api((_, response) => json(response, 200, {}));
    const check = http('capture', [{ request: { path: '/' }, capture: { id: 'body.id' } }]);
    expect((await run([check], start)).verdicts).toMatchObject([{ status: 'failed', reason: 'body.id missing' }]);
  });

  test('repeat a request one after the other, or all at once', async () => {
    let open = 0;
    let most = 0;
    let count = 0;
    const waiting: (() => void)[] = [];
    const { start } = api((request, response) => {
      count += 1;
      most = Math.max(most, ++open);
      const answer = (): void => {
        open -= 1;
        json(response, 200, {});
      };
      if (request.url === '/alone') return answer();
      waiting.push(answer);
      // Only requests that are all there at the same time are ever answered.
      if (waiting.length === 5) for (const one of waiting) one();
    });
    await run([http('alone', [{ request: { path: '/alone' }, repeat: 5 }])], start);
    expect([count, most]).toEqual([5, 1]);
    const step = { request: { path: '/together' }, repeat: 5, parallel: true, expect: { status: 200 } };
    const { verdicts } = await run([http('together', [step])], start);
    expect(statuses(verdicts)).toEqual(['together passed']);
    expect([count, most]).toEqual([10, 5]);
  });

  test('fail when one of the repeated answers is wrong', async () => {
    let count = 0;
    const { start } = api((_, response) => json(response, ++count === 3 ? 500 : 200, {}));
    const step = { request: { path: '/' }, repeat: 4, expect: { status: 200 } };
    expect(statuses((await run([http('all', [step])], start)).verdicts)).toEqual(['all failed']);
  });

  test('are errors, not failures, when there is no complete answer', async () => {
    const { start } = api((request, response) => {
      if (request.url === '/broken') response.destroy();
      else if (request.url === '/large') response.end('x'.repeat(LIMITS.responseBytes + 1));
    });
    const checks = ['broken', 'large', 'silent'].map((id) => http(id, [{ request: { path: `/${id}` } }]));
    const { verdicts } = await run(checks, start);
    expect(verdicts).toMatchObject([
      { checkId: 'broken', status: 'error', reason: expect.stringContaining('The connection broke') },
      { checkId: 'large', status: 'error', reason: expect.stringContaining('larger than') },
      { checkId: 'silent', status: 'error', reason: `No complete answer within ${LIMITS.requestMs} ms.` },
    ]);
    expect(verdicts[2]?.evidence?.request).toMatchObject({ method: 'GET', path: '/silent' });
  });

  test('say why the API ended, when it ended while it was asked', async () => {
    const failure = { code: 'RW_CODE_EXITED' as const, message: 'Your process ended by itself (code 3).' };
    const { start } = api((_, response) => void response.destroy(), {
      ended: Promise.resolve({ reason: 'exited', failure }),
    });
    const { verdicts } = await run([http('dies', [{ request: { path: '/' } }])], start);
    expect(verdicts).toMatchObject([{ status: 'error', reason: expect.stringContaining('ended by itself (code 3)') }]);
  });
});

const ok: RequestListener = (request, response) => json(response, request.url === '/bad' ? 500 : 200, {});
const good = (id: string, more: object = {}) =>
  http(id, [{ request: { path: '/good' }, expect: { status: 200 } }], more);
const bad = (id: string, more: object = {}) => http(id, [{ request: { path: '/bad' }, expect: { status: 200 } }], more);

describe('a run', () => {
  test('judges all checks against one API that it starts once and ends', async () => {
    const started = api(ok);
    const { built } = await run([good('one'), bad('two'), good('three')], started.start);
    expect([started.starts, started.stops]).toEqual([1, 1]);
    expect(built).toEqual({ routes: [], openapi: null });
  });

  test('blocks what needs a check that does not hold, wherever that stands', async () => {
    const checks = [good('last', { needs: 'middle' }), good('middle', { needs: 'first' }), bad('first')];
    const seen: string[] = [];
    const { verdicts } = await run(checks, api(ok).start, { onVerdict: (verdict) => seen.push(verdict.checkId) });
    expect(statuses(verdicts)).toEqual(['last blocked', 'middle blocked', 'first failed']);
    expect(verdicts[0]?.reason).toBe('first: title of middle');
    expect(seen).toEqual(['first', 'middle', 'last']);
  });

  test('ends although checks need each other in a circle', async () => {
    const checks = [good('a', { needs: 'b' }), good('b', { needs: 'a' })];
    expect(statuses((await run(checks, api(ok).start)).verdicts)).toEqual(['a blocked', 'b blocked']);
  });

  test('does not start an API for plan and quiz checks', async () => {
    const started = api(ok);
    const plan = Check.parse({ id: 'plan', title: 't', message: 'm', kind: 'plan', rules: [{ rule: 'purpose' }] });
    const quiz = Check.parse({ id: 'quiz', title: 't', message: 'm', kind: 'quiz', questions: ['why'] });
    const answers = [
      { id: 'yes', text: 'Yes', correct: true, because: 'b' },
      { id: 'no', text: 'No', correct: false, because: 'b' },
    ];
    const questions = [{ id: 'why', question: 'Why?', answers }];
    const judged = async (answer: Record<string, string>, text?: string) => {
      const files = text === undefined ? [] : [{ path: 'plan.yaml', text }];
      return statuses((await run([plan, quiz], started.start, { quiz: questions, answers: answer, files })).verdicts);
    };
    expect(await judged({})).toEqual(['plan error', 'quiz failed']);
    expect(await judged({ why: 'no' }, 'title: [')).toEqual(['plan error', 'quiz failed']);
    expect(await judged({ why: 'no' }, 'title: Books')).toEqual(['plan failed', 'quiz failed']);
    const text = 'title: Books\npurpose: It tells every librarian where each book is.';
    expect(await judged({ why: 'yes' }, text)).toEqual(['plan passed', 'quiz passed']);
    expect(started.starts).toBe(0);
  });

  test('never tells the right answer of a quiz', async () => {
    const quiz = Check.parse({ id: 'quiz', title: 't', message: 'm', kind: 'quiz', questions: ['why'] });
    const answers = [
      { id: 'yes', text: 'the secret', correct: true, because: 'b' },
      { id: 'no', text: 'No', correct: false, because: 'b' },
    ];
    const { verdicts } = await run([quiz], api(ok).start, {
      quiz: [{ id: 'why', question: 'Why?', answers }],
      answers: { why: 'no' },
    });
    expect(JSON.stringify(verdicts)).not.toContain('secret');
  });

  test('judges the contract last, with what the other checks observed', async () => {
    const contract = Check.parse({ id: 'contract', title: 't', message: 'm', kind: 'contract' });
    const text = [
      'title: Books',
      'resources:',
      '  - name: books',
      '    operations:',
      '      - { method: POST, path: /books, summary: Add, statuses: [201] }',
    ].join('\n');
    const routes = [{ method: 'POST', path: '/books' }];
    const post = http('post', [{ request: { method: 'POST', path: '/books' } }]);
    const answering = (status: number) => api((_, response) => json(response, status, {}), { routes });
    const agreed = await run([contract, post], answering(201).start, { files: [{ path: 'plan.yaml', text }] });
    expect(statuses(agreed.verdicts)).toEqual(['contract passed', 'post passed']);
    const drifted = await run([contract, post], answering(200).start, { files: [{ path: 'plan.yaml', text }] });
    expect(statuses(drifted.verdicts)).toEqual(['contract failed', 'post passed']);
    expect(drifted.verdicts[0]?.reason).toContain('200');
  });

  test('makes every check that needs the API an error when it does not start', async () => {
    const failure = { code: 'RW_CODE_SYNTAX' as const, message: 'no' };
    const { verdicts, built } = await run([good('one'), good('two')], async () => {
      throw new StartFailedError(failure);
    });
    expect(verdicts).toMatchObject([
      { status: 'error', reason: 'Your API is not running, so this could not be checked.' },
      { status: 'error' },
    ]);
    expect(built).toBeNull();
  });

  test('passes on a fault of the workbench itself', async () => {
    const fault = new Error('no runtime');
    const start = () => Promise.reject(fault);
    await expect(run([good('one')], start)).rejects.toBe(fault);
  });

  test('ends at once when it is aborted, and ends the API', async () => {
    const stop = new AbortController();
    const reason = new Error('a newer edit');
    const started = api(() => stop.abort(reason));
    const seen: string[] = [];
    const options = { signal: stop.signal, onVerdict: (verdict: Verdict) => void seen.push(verdict.checkId) };
    await expect(run([good('one'), good('two')], started.start, options)).rejects.toBe(reason);
    expect(started.stops).toBe(1);
    expect(seen).toEqual([]);
    await expect(run([good('one')], started.start, options)).rejects.toBe(reason);
    expect(started.starts).toBe(1);
  });

  test('ends at once when it is aborted while the API starts, and ends the API when it comes', async () => {
    const stop = new AbortController();
    const reason = new Error('a newer edit');
    const started = api(ok);
    const gate = Promise.withResolvers<void>();
    const running = run(
      [good('one')],
      async () => {
        stop.abort(reason);
        await gate.promise;
        return await started.start();
      },
      { signal: stop.signal },
    );
    await expect(running).rejects.toBe(reason);
    gate.resolve();
    await expect.poll(() => started.stops).toBe(1);
  });
});
