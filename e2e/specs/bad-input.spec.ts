import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../hosts/browser-host.ts';
import { copyCourse, GOOD_COURSE } from '../hosts/course-copy.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

const GOOD = `import Fastify from 'fastify';

export async function buildApp() {
  const app = Fastify();
  app.get('/api/v1/books', async () => ({ data: ['Emma'] }));
  return app;
}
`;

type Mistake = { what: string; code: string; text: string; says: RegExp; line?: number };

const MISTAKES: Mistake[] = [
  {
    what: 'does not parse',
    code: 'RW_CODE_SYNTAX',
    text: GOOD.replace('Fastify();', 'Fastify(;'),
    says: /^This code cannot be read: /,
    line: 4,
  },
  {
    what: 'throws at the start',
    code: 'RW_CODE_THROWS',
    text: GOOD.replace('  return app;', "  throw new Error('no shelf');"),
    says: /^Your code stopped with an error while starting: .*no shelf/,
    line: 6,
  },
  {
    what: 'exports nothing',
    code: 'RW_CODE_NO_EXPORT',
    text: GOOD.replace('export async', 'async'),
    says: /^src\/app\.ts does not export a function buildApp\./,
    line: 1,
  },
  {
    what: 'returns something else',
    code: 'RW_CODE_NOT_AN_APP',
    text: GOOD.replace('return app;', 'return 42;'),
    says: /^buildApp returned .*42.*, not an API/,
    line: 3,
  },
  {
    what: 'imports what is not there',
    code: 'RW_CODE_IMPORT',
    text: `import express from 'express';\n${GOOD}`,
    says: /^The import express is not available here\. Available: .*fastify/,
    line: 1,
  },
  {
    what: 'never returns',
    code: 'RW_CODE_NEVER_READY',
    text: GOOD.replace('  return app;', '  await new Promise(() => {});\n  return app;'),
    says: /^buildApp did not finish within 3000 ms\./,
    line: 3,
  },
];

test.describe('code that does not start', () => {
  test.use({ course: GOOD_COURSE });

  test('is told with its own sentence at its line, while the last good version answers', async ({
    page,
    workbench,
  }) => {
    const bench = new WorkbenchPage(page);
    await bench.open(workbench.url);
    await bench.goToLesson('List the books');
    await bench.paste(GOOD);
    await expect(bench.results.getByText('2 of 2 hold')).toBeVisible();
    const url = await bench.liveUrl();
    await bench.showConsole('Problems');

    for (const { what, code, text, says, line } of MISTAKES) {
      await test.step(what, async () => {
        await bench.paste(text);
        await expect(bench.banner.getByText(says)).toBeVisible();
        await expect(bench.banner).toContainText('the last version that worked answers');
        await expect(bench.state).toHaveText(/^Failed\s*an older version answers$/);
        const problem = bench.problems.getByRole('listitem').filter({ hasText: says });
        await expect(problem).toContainText(code);
        await expect(problem).toContainText(line ? `src/app.ts:${line}` : 'src/app.ts');
        if (line) await expect.poll(() => bench.lineOfNote(says)).toBe(line);
        expect(await (await fetch(`${url}/api/v1/books`)).json()).toEqual({ data: ['Emma'] });
        expect(await bench.liveUrl()).toBe(url);
      });
    }

    await test.step('the banner leads to the line', async () => {
      await bench.paste(MISTAKES[1]?.text ?? '');
      await page.getByRole('button', { name: 'Go to app.ts:6' }).click();
      await expect(page.getByText(/^Ln 6, Col \d+$/)).toBeVisible();
    });

    await test.step('after the repair the newest version is live', async () => {
      await bench.paste(GOOD.replace('Emma', 'Persuasion'));
      await expect(bench.state).toHaveText('Live');
      await expect(bench.banner).toBeEmpty();
      await expect(bench.problems.getByText('start', { exact: true })).toHaveCount(0);
      expect(await (await fetch(`${await bench.liveUrl()}/api/v1/books`)).json()).toEqual({ data: ['Persuasion'] });
      await expect(fetch(url)).rejects.toThrow();
    });
  });
});

const lessonWithMistake = test.extend<{ brokenCourse: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from this pattern
  brokenCourse: async ({}, use) => {
    const { dir, remove } = await copyCourse({
      file: 'build/create-book/checks.yaml',
      from: 'severity:',
      to: 'serverity:',
    });
    await use(dir);
    await remove();
  },
  course: async ({ brokenCourse }, use) => {
    await use(brokenCourse);
  },
});

lessonWithMistake(
  'a lesson with a misspelled key says where and what; the others work',
  async ({ page, workbench }) => {
    const bench = new WorkbenchPage(page);
    await bench.open(workbench.url);
    await bench.goToLesson('Create a book');
    const mistake = page.getByRole('region', { name: 'This lesson has a mistake in its files' });
    await expect(mistake).toContainText('build/create-book/checks.yaml:28:5');
    await expect(mistake).toContainText('checks[2].serverity: unknown key; did you mean "severity"?');
    await expect(mistake).toContainText('Expected: id, title, message, task, severity, needs, kind, steps or fresh');
    await expect(mistake).toContainText('RW_COURSE_SCHEMA');
    await bench.goToLesson('List the books');
    await expect(mistake).toBeHidden();
    await bench.paste(GOOD);
    await expect(bench.results.getByText('2 of 2 hold')).toBeVisible();
  },
);

test.describe('a home that is not as it should be', () => {
  test.use({ course: GOOD_COURSE });

  test('a damaged progress file is moved aside and told; the workbench works', async ({ page, workbench }) => {
    const bench = new WorkbenchPage(page);
    const file = join(workbench.home, 'progress.sqlite');
    const damage = 'This was a progress file once.';
    await workbench.restart(async () => {
      for (const name of await readdir(workbench.home)) {
        if (name.startsWith('progress.sqlite')) await rm(join(workbench.home, name));
      }
      await writeFile(file, damage);
    });
    await bench.open(workbench.url);
    const notice = page.getByRole('region', { name: 'Notices' }).getByText('The progress file was damaged.');
    await expect(notice).toContainText(/moved to progress\.sqlite\.damaged-\S+/);
    const aside = /progress\.sqlite\.damaged-[\w-]+/.exec((await notice.textContent()) ?? '')?.[0] ?? 'not named';
    expect(await readFile(join(workbench.home, aside), 'utf8')).toBe(damage);
    await bench.goToLesson('List the books');
    await bench.paste(GOOD);
    await expect(bench.results.getByText('2 of 2 hold')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Your code is not affected.');
    await expect(notice, 'it stays until it was read').toBeVisible();
  });
});
