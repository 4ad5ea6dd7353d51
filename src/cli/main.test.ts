import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { type CourseEdit, copyCourse, GOOD_COURSE } from '../server/courses/course-copy.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

type Result = { code: number; stdout: string; stderr: string };

const lesson = (...args: string[]): Promise<Result> => lessonFrom(dirname(GOOD_COURSE), ...args);

const lessonFrom = (from: string, ...args: string[]): Promise<Result> =>
  new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, INIT_CWD: from };
    execFile(process.execPath, [MAIN, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });

async function copyOf(edit: CourseEdit): Promise<string> {
  const { dir, remove } = await copyCourse([edit]);
  onTestFinished(remove);
  return dir;
}

test('lint says in which line, what was expected, what may have been meant and what to do; exit 1', async () => {
  const dir = await copyOf({ file: 'build/create-book/checks.yaml', from: 'severity:', to: 'serverity:' });
  const { code, stdout } = await lesson('lint', dir);
  expect(code).toBe(1);
  const [first, second, third] = stdout.split('\n');
  expect(first).toMatch(
    /^build\/create-book\/checks\.yaml:28:5 RW_COURSE_SCHEMA .*serverity.*did you mean "severity"\?$/,
  );
  expect(second).toMatch(/^ {4}expected: .*severity/);
  expect(stdout.match(/did you mean/g)).toHaveLength(1);
  expect(third?.trim()).toBe('Mend the marked line.');
});

test('a name that nothing has is guessed at once too, where the message does not', async () => {
  const dir = await copyOf({ file: 'build/create-book/checks.yaml', from: 'needs: created', to: 'needs: craeted' });
  const { stdout } = await lesson('lint', dir);
  expect(stdout.match(/did you mean "\w+"\?/g)).toEqual(['did you mean "created"?']);
});

test('new-course writes to where the person is, and what it says to do next can be done there', async () => {
  const from = await mkdtemp(join(tmpdir(), 'routewright-main-'));
  onTestFinished(() => rm(from, { recursive: true, force: true }));
  const { code, stdout } = await lessonFrom(from, 'new-course', 'my-course');
  expect(code).toBe(0);
  const [, next = ''] = /npm run lesson -- (lint .*)/.exec(stdout) ?? [];
  expect(await lessonFrom(from, ...next.split(' '))).toMatchObject({ code: 0, stdout: '0 problems\n' });
  const again = await lessonFrom(from, 'new-course', 'my-course');
  expect(again).toMatchObject({ code: 1, stdout: '' });
  expect(again.stderr).toMatch(/^RW_NEW_FOLDER The folder .*my-course is not empty\.\n/);
});

test('lint is quiet about a good course; exit 0', async () => {
  // As from npm: a relative folder counts from where the person is.
  expect(await lesson('lint', basename(GOOD_COURSE))).toMatchObject({ code: 0, stdout: '0 problems\n' });
});

test('verify prints a table, or the report as JSON; exit 1 when anything is wrong', async () => {
  const options = ['--lesson', 'plan-books', '--no-types'];
  const good = await lesson('verify', GOOD_COURSE, ...options);
  expect(good.code).toBe(0);
  expect(good.stdout).toMatch(/^plan-books +✓ +✓ +✓ 3 of 3$/m);
  const dir = await copyOf({
    file: 'plan/plan-books/fastify/mutants/no-version/plan.yaml',
    from: '/api',
    to: '/api/v1',
  });
  const bad = await lesson('verify', dir, ...options, '--json');
  expect(bad.code).toBe(1);
  expect(JSON.parse(bad.stdout)).toMatchObject({
    course: 'good',
    ok: false,
    lessons: [
      {
        id: 'plan-books',
        track: 'fastify',
        starter: { ok: true, failed: ['planned', 'versioned', 'understood'] },
        solution: { ok: true, failed: [] },
        mutants: [{ id: 'no-version', ok: false, expected: ['versioned'], failed: [] }, {}, {}],
        problems: [{ code: 'RW_VERIFY_MUTANT_WRONG' }, { code: 'RW_VERIFY_CHECK_UNPROVEN' }],
      },
    ],
  });
});

test('a folder without a course is a sentence, not a stack; exit 1', async () => {
  const { code, stderr } = await lesson('lint', '/');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^RW_COURSE_NOT_FOUND There is no course\.yaml in \/\.\n {4}Give the folder/);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('a JUnit file that cannot be written is a sentence, and the report is printed all the same; exit 1', async () => {
  const options = ['--lesson', 'plan-books', '--no-types', '--junit', 'nowhere/report.xml'];
  const { code, stdout, stderr } = await lesson('verify', GOOD_COURSE, ...options);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^plan-books +✓ +✓ +✓ 3 of 3$/m);
  expect(stderr).toContain('RW_VERIFY_REPORT');
  expect(stderr).not.toMatch(/^ +at /m);
});
