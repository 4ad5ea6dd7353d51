import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../scripts/setup/pinned-node.mjs';
import { READY_LINE } from '../../src/contract/ready-line.ts';
import { expect, test } from '../hosts/browser-host.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

/** A course that was written with nothing but the manual for instructors. */
const COURSE = fileURLToPath(new URL('../fixtures/from-the-manual/', import.meta.url));

test.use({ course: COURSE });

const solution = (lesson: string): Promise<string> =>
  readFile(join(COURSE, lesson, 'fastify/solution/src/app.ts'), 'utf8');

/** What an instructor types, and what it prints. */
function lesson(...args: string[]): Promise<{ code: number; report: unknown }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, FORCE_COLOR: undefined };
    execFile('npm', ['run', '--silent', 'lesson', '--', ...args], { cwd: ROOT, env }, (error, stdout, errors) => {
      try {
        resolve({ code: Number(error?.code ?? 0), report: JSON.parse(stdout) });
      } catch (cause) {
        reject(new Error(`No report, but: ${stdout}${errors}`, { cause }));
      }
    });
  });
}

test('lint finds nothing in it, and verify proves each lesson', async () => {
  expect(await lesson('lint', COURSE, '--json')).toEqual({ code: 0, report: [] });
  const { code, report } = await lesson('verify', COURSE, '--json');
  expect(report).toMatchObject({
    course: 'weather-station',
    ok: true,
    problems: [],
    lessons: [
      { id: 'latest-reading', ok: true, mutants: [{ ok: true }, { ok: true }] },
      { id: 'take-a-reading', ok: true },
      { id: 'only-the-sensor', ok: true },
    ],
  });
  expect(code).toBe(0);
});

test('npm start -- --course opens it, and --lesson the lesson', async ({ page }) => {
  const home = await mkdtemp(join(tmpdir(), 'routewright-own-course-'));
  const options = ['--course', COURSE, '--lesson', 'take-a-reading', '--home', home, '--no-open'];
  const start = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs'), ...options], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(start, 'close');
  try {
    for await (const line of createInterface({ input: start.stdout })) {
      const [, url] = READY_LINE.exec(line) ?? [];
      if (url === undefined) continue;
      await new WorkbenchPage(page).open(url);
      break;
    }
    await new WorkbenchPage(page).expectLesson('Take a reading');
  } finally {
    start.stdout.resume();
    start.kill('SIGINT');
    await ended;
    await rm(home, { recursive: true, force: true });
  }
});

test('a learner completes its first lesson', async ({ page, workbench }) => {
  const learner = new WorkbenchPage(page);
  await learner.open(workbench.url);
  await learner.expectLesson('The latest reading');
  await expect(learner.results.getByText('0 of 2 hold')).toBeVisible();
  await learner.paste((await solution('basics/latest-reading')).replace('other.at.localeCompare(one.at)', '0'));
  await expect(learner.verdict('It is the newest one')).toContainText('2026-03-01T18:00:00Z');
  await expect(learner.complete).toBeHidden();
  await learner.paste(await solution('basics/latest-reading'));
  await expect(learner.complete).toBeVisible();
});

test('questions are asked, terms are explained, and an attack is stopped', async ({ page, workbench }) => {
  const learner = new WorkbenchPage(page);
  await learner.open(workbench.url);
  await learner.goToLesson('Take a reading');
  await page.getByRole('button', { name: 'collection' }).click();
  await expect(page.getByText('A resource that holds others, such as all readings.')).toBeVisible();
  await page.keyboard.press('Escape');
  await learner.paste(await solution('basics/take-a-reading'));
  await learner.answer(/A sensor sends a reading with an id of its own/, /gives the reading an id of its own/);
  await expect(learner.complete).toBeVisible();

  await learner.goToLesson('Only what the sensor knows');
  await learner.showResult('Attack');
  const attack = learner.attack(/Whether a reading is verified/);
  await attack.getByRole('button', { name: 'Run the attack' }).click();
  await expect(attack).toContainText('The display shows 60 degrees in bold.');
  await learner.paste(await solution('guard/only-the-sensor'));
  await attack.getByRole('button', { name: 'Attack again' }).click();
  await expect(attack).toContainText('its seal stayed outside');
  await expect(learner.complete).toBeVisible();
});
