import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LearnerTestsCheck } from '../../contract/check.ts';
import type { TestRun } from '../../contract/learner-tests.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import { createPool, type SandboxPool } from '../sandbox/pool.ts';
import { loadRuntime } from '../sandbox/runtime.ts';
import { type LearnerTests, runLearnerTests } from './run-learner-tests.ts';

const APP = `import Fastify from 'fastify';

type Book = { id: number; title: string };

export async function buildApp() {
  const app = Fastify();
  const books: Book[] = [{ id: 1, title: 'Emma' }];
  app.get('/books', async () => books);
  app.get<{ Params: { id: string } }>('/books/:id', async (request, reply) => {
    const book = books.find((one) => one.id === Number(request.params.id));
    if (!book) return reply.code(404).send({});
    // The one that was asked for.
    return book;
  });
  return app;
}
`;
const HEAD = `import assert from 'node:assert/strict';
import test, { describe, it, mock } from 'node:test';
import { buildApp } from '../src/app.ts';
`;
const LISTS = `test('lists', async () => {
  const app = await buildApp();
  assert.equal((await app.inject('/books')).json().length, 1);
});
`;
const FINDS = `describe('one book', () => {
  it('is found', async () => {
    const app = await buildApp();
    assert.equal((await app.inject('/books/1')).json().title, 'Emma');
  });
});
`;

let pool: SandboxPool;
beforeAll(async () => {
  pool = createPool({ runtime: await loadRuntime('node'), size: 2 });
});
afterAll(() => pool.close());

const program = (app: string, tests = ''): WorkspaceFile[] => [
  { path: 'package.json', text: '{ "type": "module" }' },
  { path: 'src/app.ts', text: app },
  ...(tests === '' ? [] : [{ path: 'test/app.test.ts', text: HEAD + tests }]),
];

const bug = (id: string, from: string, to: string): LearnerTests['planted'][number] => ({
  id,
  file: { schemaVersion: 1, title: `bug ${id}`, teaches: `about ${id}` },
  files: program(APP.replace(from, to), 'test("of the solution", () => {});'),
});

const EMPTY = bug('empty', 'async () => books', 'async () => []');
const SPINS = bug('spins', '    return book;', '    for (;;);');

async function run(tests: string, planted: LearnerTests['planted'] = [], more: Partial<LearnerTests> = {}) {
  const check: LearnerTestsCheck = {
    id: 'check',
    kind: 'learner-tests',
    title: 'It is tested',
    message: 'Test it.',
    severity: 'required',
    files: 'test/**/*.test.ts',
    atLeast: 1,
    planted: planted.map(({ id }) => id),
  };
  return await runLearnerTests({
    revision: 7,
    files: program(APP, tests),
    checks: [check],
    solution: program(APP, 'test("of the solution", () => {});'),
    planted,
    pool,
    lab: { env: {}, files: [] },
    signal: new AbortController().signal,
    ...more,
  });
}

const statuses = (run: TestRun) => run.tests.map(({ name, status }) => `${name}: ${status}`);
const bugs = (run: TestRun) => run.planted.map(({ id, status, by }) => `${id}: ${status} ${by.join(', ')}`.trim());

describe('the learner’s tests', () => {
  it('run with suites, lines and the lines of code that they ran', async () => {
    const result = await run(LISTS + FINDS);
    expect(result).toMatchObject({ status: 'done', revision: 7, rejects: [] });
    expect(result.tests).toMatchObject([
      { name: 'lists', file: 'test/app.test.ts', line: 4, status: 'passed' },
      { name: 'one book › is found', file: 'test/app.test.ts', line: 9, status: 'passed' },
    ]);
    expect(result.coverage).toEqual([{ path: 'src/app.ts', covered: [1, 5, 6, 7, 8, 9, 10, 11, 13, 15], missed: [] }]);
    expect((await run(LISTS)).coverage).toMatchObject([{ missed: [10, 11, 13] }]);
  });

  it('count the lines of a file whose types were not taken away in time, too', async () => {
    const late: LearnerTests['pool'] = {
      take: pool.take,
      strip: async (file, text) => (file === 'src/app.ts' ? null : await pool.strip(file, text)),
    };
    const { coverage } = await run(LISTS, [], { pool: late });
    // The line of types alone counts as one that ran.
    expect(coverage).toEqual([{ path: 'src/app.ts', covered: [1, 3, 5, 6, 7, 8, 9, 15], missed: [10, 11, 13] }]);
  });

  it('catch a planted bug by the tests that fail on it, and are told which one survived', async () => {
    const missing = bug('missing', 'code(404)', 'code(200)');
    const result = await run(LISTS + FINDS, [EMPTY, missing]);
    expect(bugs(result)).toEqual(['empty: caught lists', 'missing: survived']);
    expect(result.planted[1]).toMatchObject({ title: 'bug missing', teaches: 'about missing' });
    expect(result.planted[0]?.diff.split('\n')).toEqual([
      '--- src/app.ts',
      '+++ src/app.ts',
      '@@ -6,5 +6,5 @@',
      '   const app = Fastify();',
      "   const books: Book[] = [{ id: 1, title: 'Emma' }];",
      "-  app.get('/books', async () => books);",
      "+  app.get('/books', async () => []);",
      "   app.get<{ Params: { id: string } }>('/books/:id', async (request, reply) => {",
      '     const book = books.find((one) => one.id === Number(request.params.id));',
    ]);
  });

  it('catch nothing by a test that fails on right code, which is named', async () => {
    const result = await run("test('wrong', () => assert.equal(1, 2, 'one is not two'));", [EMPTY]);
    expect(result.rejects).toMatchObject([{ name: 'wrong', line: 4, message: 'one is not two\n\n1 !== 2' }]);
    expect(bugs(result)).toEqual(['empty: survived']);
  });

  it('are judged on right code when their own program is wrong', async () => {
    const own = program(APP.replace('async () => books', 'async () => []'), LISTS);
    const result = await run('', [EMPTY], { files: own });
    expect(statuses(result)).toEqual(['lists: failed']);
    expect(result.rejects).toEqual([]);
    expect(bugs(result)).toEqual(['empty: caught lists']);
  });

  it('catch bugs that hang, end the process, or cannot be loaded', async () => {
    const result = await run(LISTS + FINDS, [
      SPINS,
      bug('waits', '    return book;', '    await new Promise(() => {});'),
      bug('exits', '    return book;', '    process.exit(0);'),
      bug('unread', 'const app', 'const const app'),
      EMPTY,
    ]);
    expect(bugs(result)).toEqual([
      'spins: caught one book › is found',
      'waits: caught one book › is found',
      'exits: caught one book › is found',
      'unread: caught test/app.test.ts',
      'empty: caught lists',
    ]);
  }, 60_000);

  it('are blamed alone when they hang or end the process; the others run all the same', async () => {
    const result = await run(`test('waits', () => new Promise(() => {}));
test('spins', () => { for (;;); });
test('exits', () => process.exit(0));
test('rejects', async () => {
  void Promise.reject(new Error('nobody waits for it'));
  await new Promise((resolve) => setTimeout(resolve, 5));
});
${LISTS}`);
    expect(statuses(result)).toEqual([
      'waits: failed',
      'spins: failed',
      'exits: failed',
      'rejects: failed',
      'lists: passed',
    ]);
    expect(result.tests.map(({ message }) => message)).toEqual([
      'It did not end within 2000 ms.',
      expect.stringContaining('something in it never ends'),
      expect.stringContaining('process.exit(0) was called'),
      'nobody waits for it',
      undefined,
    ]);
  }, 60_000);

  it('are blamed in a suite, too, where the runner has no limit', async () => {
    const result = await run(`describe('suite', () => {
  it('waits', () => new Promise(() => {}));
  it('goes on', () => {});
});`);
    expect(statuses(result).sort()).toEqual(['suite › goes on: passed', 'suite › waits: failed']);
    expect(result.tests.find(({ status }) => status === 'failed')?.message).toBe('It did not end within 2000 ms.');
    expect(result.rejects).toMatchObject([{ name: 'suite › waits', line: 5 }]);
  });

  it('begin with each program as if there had been none before', async () => {
    const before = `test('is clean', () => {
  assert.equal(Reflect.get(globalThis, 'left'), undefined);
  assert.equal(process.env.LEFT, undefined);
  assert.notEqual(Date.now(), 0);
  assert.equal(typeof JSON.stringify, 'function');
});
test('leaves a mess', async () => {
  Reflect.set(globalThis, 'left', 'behind');
  process.env.LEFT = 'behind';
  mock.timers.enable({ apis: ['Date'], now: 0 });
  mock.method(console, 'log', () => {});
  await (await buildApp()).listen({ port: 0 });
});
`;
    const same = ['a', 'b', 'c'].map((id) => bug(id, 'return book;', `return book; // ${id}`));
    const result = await run(before, same);
    expect(statuses(result)).toEqual(['is clean: passed', 'leaves a mess: passed']);
    expect(bugs(result)).toEqual(['a: survived', 'b: survived', 'c: survived']);
  });

  it('give each program a database of its own', async () => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'routewright-tests-')));
    const tests = `import { DatabaseSync } from 'node:sqlite';
test('is new', () => {
  const database = new DatabaseSync(process.env.DATABASE_FILE ?? 'none');
  database.exec('CREATE TABLE books (id INTEGER)');
  database.close();
});
`;
    const same = ['a', 'b'].map((id) => bug(id, 'return book;', `return book; // ${id}`));
    const lab = { env: { DATABASE_FILE: join(folder, 'library.db') }, files: [] };
    const result = await run(tests, same, { lab });
    await rm(folder, { recursive: true });
    expect(result.tests).toMatchObject([{ name: 'is new', status: 'passed' }]);
    expect(bugs(result)).toEqual(['a: survived', 'b: survived']);
  });

  it('tell what is known when the time for all of them is over', async () => {
    const result = await run(`${LISTS}test('waits', () => new Promise(() => {}));`, [], {
      signal: AbortSignal.timeout(1_500),
    });
    expect(result).toMatchObject({ status: 'done', failure: { code: 'RW_TEST_TIME' } });
  });

  it('may speak real HTTP, and state properties', async () => {
    const result = await run(`import fc from 'fast-check';
test('over the network', async () => {
  const app = await buildApp();
  const url = await app.listen({ port: 0 });
  assert.equal((await fetch(url + '/books')).status, 200);
  await app.close();
});
test('a property', () => fc.assert(fc.property(fc.integer(), (n) => n < 10)));
`);
    expect(statuses(result)).toEqual(['over the network: passed', 'a property: failed']);
    expect(result.tests[1]?.message).toContain('Counterexample: [10]');
  });

  it('never get at the session that counts their lines', async () => {
    const lines: string[] = [];
    const tests = `import { Session } from 'node:inspector';
import { EventEmitter } from 'node:events';
const { emit } = EventEmitter.prototype;
EventEmitter.prototype.emit = function (...args: any[]) {
  if (this instanceof Session) process.stdout.write('reached by emit\\n');
  return Reflect.apply(emit, this, args);
};
Session.prototype.post = function () { process.stdout.write('reached by post\\n'); };
test('asks', () => {
  assert.throws(() => new Session().connect(), /ERR_ACCESS_DENIED|restricted/);
  console.profile('mine');
  console.profileEnd('mine');
  process.stdout.write('asked\\n');
});
`;
    const result = await run(tests, [], { onLog: (some) => lines.push(...some.map(({ text }) => text)) });
    expect(statuses(result)).toEqual(['asks: passed']);
    expect(result.coverage).toMatchObject([{ path: 'src/app.ts' }]);
    expect(lines).toContain('asked');
    expect(lines.filter((line) => line.includes('reached'))).toEqual([]);
  });

  it('say why they could not be read, and where', async () => {
    const result = await run("import { gone } from '../src/gone.ts';");
    expect(result.tests).toMatchObject([
      { name: 'test/app.test.ts', line: 4, status: 'failed', message: expect.stringContaining('../src/gone.ts') },
    ]);
    expect((await run('')).failure).toMatchObject({ code: 'RW_TEST_NONE' });
  });

  it('are told of while they run, and end at once when nobody wants them any more', async () => {
    const abort = new AbortController();
    const seen: TestRun[] = [];
    const ended = run(`${LISTS}test('waits', () => new Promise(() => {}));`, [], {
      signal: abort.signal,
      onProgress: (state) => {
        const now = state();
        seen.push(now);
        if (now.tests.length === 1) abort.abort(new Error('A newer revision came.'));
      },
    });
    await expect(ended).rejects.toThrow('A newer revision came.');
    expect(seen.at(-1)).toMatchObject({ status: 'running', tests: [{ name: 'lists', status: 'passed' }] });
  });
});
