import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { titledFences } from './fences.ts';

const PAGE = join(import.meta.dirname, '../content/docs/instructors/first-lesson.mdx');
const CLI = join(import.meta.dirname, '../../../src/cli/main.ts');

/** What stands in a code block of what is printed, without the times that differ each time. */
const printed = (page: string): string[] =>
  [...page.matchAll(/^```text\n([\s\S]*?)^```$/gm)].map(([, text = '']) => withoutTimes(text));
const withoutTimes = (text: string): string =>
  text
    .replace(/,? +\d+\.\d s(, \S+( \S+)? \d+\.\d s)?/g, '')
    .replace(/ +/g, ' ')
    .trim();

test('who follows the page step by step reads what it shows, and ends with a proven lesson', {
  timeout: 120_000,
}, async () => {
  const page = await readFile(PAGE, 'utf8');
  const parent = await mkdtemp(join(tmpdir(), 'routewright-manual-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  await mkdir(join(parent, 'routewright'));
  const course = join(parent, 'weather-station');
  const lesson = (...args: string[]): Promise<string> =>
    new Promise((resolve) => {
      const env = { ...process.env, INIT_CWD: join(parent, 'routewright'), NO_COLOR: '1', FORCE_COLOR: undefined };
      execFile(process.execPath, [CLI, ...args], { env }, (_, stdout, stderr) => resolve(`${stdout}${stderr}`));
    });
  const write = async (part: string): Promise<void> => {
    for (const { title, text } of titledFences(part)) {
      await mkdir(dirname(join(course, title)), { recursive: true });
      await writeFile(join(course, title), text);
    }
  };

  expect(await lesson('new-course', '../weather-station')).toContain('npm start -- --course ../weather-station');
  const [afterNew, afterLint, afterVerify, afterMutant] = printed(page);
  expect(withoutTimes(await lesson('new', 'latest-reading', '../weather-station'))).toBe(afterNew);

  const [before = '', after = ''] = page.split('## 9. Lint and verify');
  await write(before);
  await rm(join(course, 'basics/latest-reading/fastify/mutants/to-be-written'), { recursive: true });
  expect(withoutTimes(await lesson('lint', '../weather-station'))).toBe(afterLint);
  const verify = async () => withoutTimes(await lesson('verify', '../weather-station', '--lesson', 'latest-reading'));
  expect(await verify()).toBe(afterVerify);

  await write(after);
  expect(await verify()).toBe(afterMutant);
});
