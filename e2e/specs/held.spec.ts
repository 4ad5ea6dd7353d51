import { expect, test } from '../hosts/browser-host.ts';
import { GOOD_COURSE } from '../hosts/course-copy.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

const GOOD = `import Fastify from 'fastify';

export async function buildApp() {
  const app = Fastify();
  app.get('/api/v1/books', async () => ({ data: ['Emma'] }));
  return app;
}
`;

const KILLED = [
  {
    what: 'blocks',
    statement: 'for (;;) {}',
    says: /did nothing else for \d+ ms: something in it never ends/,
    held: 'Not started: it blocked last time (src/app.ts, line 5).',
    state: /^Not started\s*it blocked last time$/,
    line: 5,
  },
  {
    what: 'uses too much memory',
    statement: 'for (const all: unknown[] = []; ; ) all.push(new Array(100_000).fill({}));',
    says: /used more than 192 MB of memory/,
    held: 'Not started: it used too much memory last time',
    state: /^Not started\s*it used too much memory last time$/,
    line: null,
  },
];

test.use({ course: GOOD_COURSE });

for (const { what, statement, says, held, state, line } of KILLED) {
  test(`code that ${what} and had to be ended is not started by itself again`, async ({ page, workbench }) => {
    const bench = new WorkbenchPage(page);
    await bench.open(workbench.url);
    await bench.goToLesson('List the books');

    await test.step('it is ended, its line is marked, and the version before still answers', async () => {
      await bench.paste(GOOD.replace('Fastify();\n', `Fastify();\n  ${statement}\n`));
      await expect(bench.banner).toContainText(says);
      await expect(bench.state).toHaveText(/^Failed\s*an older version answers$/);
      if (line) await expect.poll(() => bench.lineOfNote(says)).toBe(line);
    });

    await test.step('after a restart nothing starts it, and everything agrees on why', async () => {
      await workbench.restart();
      await bench.open(workbench.url);
      await bench.expectLesson('List the books');
      await expect(bench.banner).toContainText(held);
      await expect(bench.banner).toContainText(says);
      await expect(bench.results.getByText('Your API was not started')).toBeVisible();
      // The checks have been through, and still nothing was started for them.
      await expect(bench.verdict('GET /api/v1/books answers 200')).toContainText('could not be checked');
      await expect(bench.state).toHaveText(state);
      if (line) await expect.poll(() => bench.lineOfNote(says)).toBe(line);
    });

    await test.step('the button starts it, and it is ended again', async () => {
      await bench.banner.getByRole('button', { name: 'Run it again' }).click();
      await expect(bench.banner).not.toContainText('Not started');
      await expect(bench.state).toHaveText('Failed');
      await expect(bench.banner).toContainText(says);
      await expect(bench.results.getByText('Your API was not started')).toHaveCount(0);
    });

    await test.step('without the statement it is live', async () => {
      await bench.clickBehind(statement.slice(0, 8));
      await page.keyboard.press('Shift+Home');
      await page.keyboard.press('Delete');
      await expect(bench.state).toHaveText('Live');
      await expect(bench.banner).toBeEmpty();
      await expect(bench.results.getByText('2 of 2 hold')).toBeVisible();
    });
  });
}
