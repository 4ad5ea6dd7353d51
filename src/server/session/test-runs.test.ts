import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lab } from '../../contract/lab.ts';
import type { TestRun } from '../../contract/learner-tests.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import { Labs } from '../lab/labs.ts';
import { createPool, type SandboxPool } from '../sandbox/pool.ts';
import { loadRuntime } from '../sandbox/runtime.ts';
import type { TestsOfLesson } from '../testing/tests-of-lesson.ts';
import { TestRuns } from './test-runs.ts';

const FILES: WorkspaceFile[] = [
  { path: 'package.json', text: '{ "type": "module" }' },
  {
    path: 'test/waits.test.ts',
    text: `import test from 'node:test';
test('is quick', () => {});
test('waits', () => new Promise(() => {}));
`,
  },
];
const LESSON: TestsOfLesson = {
  checks: [
    {
      id: 'check',
      kind: 'learner-tests',
      title: 'It is tested',
      message: 'Test it.',
      severity: 'required',
      files: 'test/**/*.test.ts',
      atLeast: 1,
      planted: [],
    },
  ],
  solution: FILES,
  planted: [],
};

let pool: SandboxPool;
beforeAll(async () => {
  pool = createPool({ runtime: await loadRuntime('node'), size: 1 });
});
afterAll(() => pool.close());

function testRuns(labs: Labs) {
  const told: TestRun[] = [];
  const lab = Lab.parse({});
  const runs = new TestRuns({
    lesson: LESSON,
    lab,
    labs,
    pool,
    onChange: (run) => void told.push(run),
    onLog: () => {},
  });
  return { runs, told };
}

test('when the time for all checks is over, what is known is told and judged', async () => {
  const { runs, told } = testRuns(new Labs({ home: null }));
  await pool.ready(1);
  const done = await runs.run(3, FILES, AbortSignal.timeout(1_500));
  expect(done).toMatchObject({ status: 'done', revision: 3, failure: { code: 'RW_TEST_TIME' } });
  expect(told.at(-1)).toBe(done);
  expect(runs.shown).toBe(done);
});

test('a run that a newer one replaces tells nothing more', async () => {
  const { runs, told } = testRuns(new Labs({ home: null }));
  const newer = new AbortController();
  const going = runs.run(3, FILES, newer.signal);
  newer.abort(new Error('A newer revision came.'));
  await expect(going).rejects.toThrow('A newer revision came.');
  expect(told).toEqual([]);
});

test('no timer is left when what stands beside the tests cannot be made', async () => {
  const labs = new Labs({ home: null });
  await labs.close();
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  await expect(testRuns(labs).runs.run(3, FILES, new AbortController().signal)).rejects.toMatchObject({
    code: 'RW_HOST_LAB',
  });
  expect(timers()).toBeLessThanOrEqual(before);
});
