import { execFile } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { ROOT } from '../../scripts/setup/pinned-node.mjs';
import { type CourseEdit, copyCourse } from '../hosts/course-copy.ts';

const LIST = 'build/list-books';
const STARTER = `${LIST}/fastify/starter/src/app.ts`;

/** What an instructor types, on a copy of the small course: its exit code and the report that it prints. */
async function verify(edit: CourseEdit | undefined, ...options: string[]) {
  const { dir, remove } = await copyCourse(edit);
  try {
    return await new Promise<{ code: number; report: unknown; errors: string }>((resolve, reject) => {
      const args = ['run', '--silent', 'lesson', '--', 'verify', dir, '--json', ...options];
      // A test runner that forces colours makes Node warn about it.
      const env = { ...process.env, FORCE_COLOR: undefined };
      execFile('npm', args, { cwd: ROOT, env }, (error, stdout, errors) => {
        try {
          resolve({ code: Number(error?.code ?? 0), report: JSON.parse(stdout), errors });
        } catch (cause) {
          reject(new Error(`No report, but: ${stdout}${errors}`, { cause }));
        }
      });
    });
  } finally {
    await remove();
  }
}

test('npm run lesson -- verify --json says of every variant what it failed, and ends with 0', async () => {
  const { code, report, errors } = await verify(undefined);
  expect(errors).toBe('');
  expect(report).toMatchObject({
    course: 'good',
    ok: true,
    lessons: [
      {
        id: 'plan-books',
        starter: { ok: true, failed: ['planned', 'versioned', 'understood'] },
        solution: { ok: true, failed: [] },
        mutants: [
          { id: 'no-version', ok: true, failed: ['versioned'] },
          { id: 'only-get', ok: true, failed: ['planned', 'versioned'] },
          { id: 'wrong-answer', ok: true, failed: ['understood'] },
        ],
      },
      {
        id: 'list-books',
        starter: { ok: true, failed: ['lists', 'as-planned'] },
        solution: { ok: true, failed: [] },
        mutants: [
          { id: 'not-a-list', ok: true, failed: ['lists'] },
          { id: 'unplanned-path', ok: true, failed: ['lists', 'as-planned'] },
        ],
      },
      {
        id: 'create-book',
        starter: { ok: true, failed: ['created', 'is-there', 'own-ids'] },
        solution: { ok: true, failed: [] },
        mutants: [{ id: 'forgets' }, { id: 'no-location' }, { id: 'same-id' }],
      },
    ],
  });
  expect(code).toBe(0);
});

const BREAKAGES: { what: string; edit: CourseEdit; problem: Record<string, unknown> }[] = [
  {
    what: 'a mutant without its bug',
    edit: { file: `${LIST}/fastify/mutants/not-a-list/src/app.ts`, from: 'data: {}', to: 'data: []' },
    problem: { code: 'RW_VERIFY_MUTANT_WRONG', file: `${LIST}/fastify/mutants/not-a-list/mutant.yaml` },
  },
  {
    what: 'a starter that passes',
    edit: {
      file: STARTER,
      from: '  return',
      to: "  app.get('/api/v1/books', async () => ({ data: [] }));\n  return",
    },
    problem: { code: 'RW_VERIFY_STARTER_PASSES' },
  },
  {
    what: 'a misspelled key',
    edit: { file: `${LIST}/checks.yaml`, from: 'expect:', to: 'expct:' },
    problem: { code: 'RW_COURSE_SCHEMA', file: `${LIST}/checks.yaml`, line: 10, nearest: 'expect' },
  },
];

for (const { what, edit, problem } of BREAKAGES) {
  test(`${what} is named in the report, and the exit code is 1`, async () => {
    const { code, report } = await verify(edit, '--lesson', 'list-books', '--no-types');
    expect(report).toMatchObject({ ok: false, lessons: [{ id: 'list-books' }] });
    expect(report).toHaveProperty('lessons.0.problems', expect.arrayContaining([expect.objectContaining(problem)]));
    expect(code).toBe(1);
  });
}
