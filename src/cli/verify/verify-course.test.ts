import { expect, onTestFinished, test, vi } from 'vitest';
import { type CourseEdit, copyCourse, GOOD_COURSE } from '../../server/courses/course-copy.ts';
import type { VerifyReport } from './report.ts';
import { type VerifyOptions, verifyCourse } from './verify-course.ts';

// Each test starts several real processes.
vi.setConfig({ testTimeout: 120_000 });

const LIST = 'build/list-books';
const APP = `${LIST}/fastify/solution/src/app.ts`;
const NOT_A_LIST = `${LIST}/fastify/mutants/not-a-list`;

async function verifyWith(edits: CourseEdit[], options: Partial<VerifyOptions> = {}): Promise<VerifyReport> {
  const { dir, remove } = await copyCourse(edits);
  onTestFinished(remove);
  return await verifyCourse({ dir, lesson: 'list-books', types: false, ...options });
}

const problemsOf = (report: VerifyReport) => report.lessons.flatMap((lesson) => lesson.problems);

test('a good course passes, and the report names what each variant failed', async () => {
  const report = await verifyCourse({ dir: GOOD_COURSE });
  expect(problemsOf(report)).toEqual([]);
  expect(report.ok).toBe(true);
  const failed = report.lessons.map(({ id, starter, solution, mutants }) => ({
    id,
    starter: starter.failed,
    solution: solution.failed,
    mutants: Object.fromEntries(mutants.map((mutant) => [mutant.id, mutant.failed])),
  }));
  expect(failed).toEqual([
    {
      id: 'plan-books',
      starter: ['planned', 'versioned', 'understood'],
      solution: [],
      mutants: {
        'no-version': ['versioned'],
        'only-get': ['planned', 'versioned'],
        'wrong-answer': ['understood'],
      },
    },
    {
      id: 'list-books',
      starter: ['lists', 'as-planned'],
      solution: [],
      mutants: { 'not-a-list': ['lists'], 'unplanned-path': ['lists', 'as-planned'] },
    },
    {
      id: 'create-book',
      starter: ['created', 'is-there', 'own-ids'],
      solution: [],
      mutants: { forgets: ['is-there', 'own-ids'], 'no-location': ['created', 'is-there'], 'same-id': ['own-ids'] },
    },
  ]);
});

test('a mutant whose bug is gone is named with what it should fail', async () => {
  const report = await verifyWith([{ file: `${NOT_A_LIST}/src/app.ts`, from: 'data: {}', to: 'data: []' }]);
  expect(problemsOf(report)).toEqual([
    expect.objectContaining({
      code: 'RW_VERIFY_MUTANT_WRONG',
      file: `${NOT_A_LIST}/mutant.yaml`,
      message: 'The mutant not-a-list of list-books must fail lists but fails none.',
    }),
  ]);
  expect(report.ok).toBe(false);
});

test('a mutant that fails more than it names says why', async () => {
  const report = await verifyWith([{ file: `${NOT_A_LIST}/src/app.ts`, from: '/api/v1/books', to: '/api/v1/list' }]);
  expect(problemsOf(report)).toEqual([
    expect.objectContaining({
      code: 'RW_VERIFY_MUTANT_WRONG',
      message: expect.stringContaining('fails lists, as-planned (as-planned: '),
    }),
  ]);
});

test('a starter that passes is refused', async () => {
  const edits = [
    {
      file: `${LIST}/fastify/starter/src/app.ts`,
      from: '  return',
      to: "  app.get('/api/v1/books', async () => ({ data: [] }));\n  return",
    },
  ];
  expect(problemsOf(await verifyWith(edits)).map((problem) => problem.code)).toEqual(['RW_VERIFY_STARTER_PASSES']);
});

test('a starter that does not start is refused, unless the lesson says so', async () => {
  const broken = {
    file: `${LIST}/fastify/starter/src/app.ts`,
    from: '  return',
    to: "  throw new Error('no');\n  return",
  };
  expect(problemsOf(await verifyWith([broken])).map((problem) => problem.code)).toEqual(['RW_VERIFY_STARTER_BROKEN']);
  const declared = { file: `${LIST}/lesson.md`, from: 'open:', to: 'startsAs: broken\nopen:' };
  expect(problemsOf(await verifyWith([broken, declared]))).toEqual([]);
});

test('a solution that fails a check is refused with the reason', async () => {
  const report = await verifyWith([{ file: APP, from: '({ data: [] })', to: "({ data: 'none' })" }]);
  expect(problemsOf(report)).toEqual([
    expect.objectContaining({
      code: 'RW_VERIFY_SOLUTION_FAILS',
      file: `${LIST}/fastify/solution`,
      message: expect.stringContaining('body.data'),
    }),
  ]);
});

test('a check that no mutant fails is unproven', async () => {
  const report = await verifyWith([{ file: `${LIST}/fastify/mutants/unplanned-path`, removed: true }]);
  expect(problemsOf(report)).toEqual([
    expect.objectContaining({ code: 'RW_VERIFY_CHECK_UNPROVEN', file: `${LIST}/checks.yaml`, line: 15 }),
  ]);
});

test('a check that is only blocked by another is unproven', async () => {
  const report = await verifyWith([{ file: 'build/create-book/fastify/mutants/forgets', removed: true }], {
    lesson: 'create-book',
  });
  expect(problemsOf(report)).toEqual([
    expect.objectContaining({ code: 'RW_VERIFY_CHECK_UNPROVEN', message: expect.stringContaining('is-there') }),
  ]);
});

test('a check that only fails because a mutant does not start is unproven', async () => {
  const mutant = `${LIST}/fastify/mutants/unplanned-path`;
  const report = await verifyWith([
    { file: `${mutant}/src/app.ts`, from: '  return app;', to: "  throw new Error('no');" },
  ]);
  expect(problemsOf(report)).toEqual([
    expect.objectContaining({ code: 'RW_VERIFY_CHECK_UNPROVEN', message: expect.stringContaining('as-planned') }),
  ]);
});

test('a type error in the solution is reported where it is', async () => {
  const report = await verifyWith([{ file: APP, from: 'Fastify();', to: 'Fastify({ logger: 1 });' }], { types: true });
  expect(problemsOf(report)).toContainEqual(
    expect.objectContaining({ code: 'RW_VERIFY_TYPES', file: APP, line: 4, column: expect.any(Number) }),
  );
});

test('a solution that takes too long is named, and the rest goes on', async () => {
  // Each answer stays below the limit of one request; thirty of them pass that of the variant.
  const slow = 'new Promise((answer) => setTimeout(answer, 1_000, { data: [] }))';
  const report = await verifyWith(
    [
      { file: APP, from: '({ data: [] })', to: slow },
      {
        file: `${LIST}/checks.yaml`,
        from: '      - request: { path: /api/v1/books }',
        to: '      - request: { path: /api/v1/books }\n        repeat: 30',
      },
    ],
    { limitMs: 8_000 },
  );
  expect(problemsOf(report)).toEqual([
    expect.objectContaining({ code: 'RW_VERIFY_TIME', message: expect.stringContaining('solution of list-books') }),
  ]);
  expect(report.lessons[0]?.mutants.map((mutant) => mutant.ok)).toEqual([true, true]);
});

test('a solution that never answers fails with that reason', async () => {
  const report = await verifyWith([{ file: APP, from: '({ data: [] })', to: 'new Promise(() => {})' }]);
  expect(problemsOf(report)).toEqual([
    expect.objectContaining({
      code: 'RW_VERIFY_SOLUTION_FAILS',
      message: expect.stringContaining('No complete answer'),
    }),
  ]);
});

test('mistakes that lint finds are in the report, and a lesson without readable checks is not run', async () => {
  const report = await verifyWith([{ file: `${LIST}/checks.yaml`, from: 'kind: contract', to: 'kind: contrct' }]);
  expect(problemsOf(report)).toEqual([
    expect.objectContaining({ code: 'RW_COURSE_SCHEMA', nearest: 'contract', line: 16 }),
  ]);
  expect(report.ok).toBe(false);
});

test('an unknown lesson and a folder without a course are errors', async () => {
  await expect(verifyCourse({ dir: GOOD_COURSE, lesson: 'nope' })).rejects.toMatchObject({ code: 'RW_LESSON_UNKNOWN' });
  await expect(verifyCourse({ dir: '/' })).rejects.toMatchObject({ code: 'RW_COURSE_NOT_FOUND' });
});

test('a solution that passes only now and then is named with the check, when it is run again', async () => {
  const now = { file: APP, from: '({ data: [] })', to: '({ data: Math.random() < 0.5 ? [] : {} })' };
  const report = await verifyWith([now], { repeat: 20 });
  expect(problemsOf(report)).toEqual([
    expect.objectContaining({
      code: 'RW_VERIFY_FLAKY',
      message: expect.stringMatching(/of 20 times; it failed lists\.$/),
    }),
  ]);
});

test.each([
  ['a method of every array', 'Object.defineProperty(Array.prototype, "left", { value: true });'],
  ['a variable of the environment', 'process.env.LEFT = "left";'],
  ['a name that is global', 'globalThis.left = true;'],
  ['a timer', 'setInterval(() => { globalThis.left = true; }, 1);'],
  ['another API that listens', 'await Fastify().listen({ port: 3000 });'],
])('what a mutant leaves behind changes nothing for those after it: %s', async (_, leaves) => {
  // It is the first variant of three; all others look for what is left.
  const looks =
    "const left = process.env.LEFT ?? globalThis.left ?? [].left;\n  app.get('/api/v1/books', async () => ({ data: left ? {} : [] }));";
  const from = "app.get('/api/v1/books', async () => ({ data: [] }));";
  const report = await verifyWith([
    { file: APP, from, to: looks },
    { file: `${LIST}/fastify/starter/src/app.ts`, from: '  return', to: `  ${leaves}\n  return` },
    { file: `${NOT_A_LIST}/src/app.ts`, from: '  return', to: `  ${leaves}\n  return` },
  ]);
  expect(problemsOf(report)).toEqual([]);
});

test('a variant that is wrong only where another one was before is judged by a process of its own', async () => {
  // There its folder is one of several, with a number as its name.
  const to = "app.get('/api/v1/books', async () => ({ data: /[/]\\d+$/.test(process.cwd()) ? {} : [] }));";
  const report = await verifyWith([{ file: APP, from: "app.get('/api/v1/books', async () => ({ data: [] }));", to }]);
  expect(problemsOf(report)).toEqual([]);
  expect(report.lessons[0]?.solution).toMatchObject({ ok: true, again: true });
  expect(report.lessons[0]?.mutants.map((mutant) => mutant.again)).toEqual([undefined, undefined]);
});
