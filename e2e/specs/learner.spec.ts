import { expect, test } from '../hosts/browser-host.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

const PLAN = `title: Lending library
purpose: The front desk sees at once whether a book is in, and lends it.
audience: internal
basePath: /api/v1
resources:
  - name: books
    fields:
      - { name: id, type: integer, readOnly: true }
      - { name: title }
      - { name: author }
    operations:
      - { method: GET, path: /books, summary: List the books on the shelf, statuses: [200] }
  - name: members
    fields:
      - { name: id, type: integer, readOnly: true }
      - { name: name }
      - { name: email }
  - name: loans
    fields:
      - { name: id, type: integer, readOnly: true }
      - { name: bookId, type: integer }
      - { name: memberId, type: integer }
      - { name: dueOn, type: date }
    rules:
      - A book is lent to one member at a time.
      - A loan ends after 21 days.
`;

test('a learner plans a resource, builds its first route, and finds everything again', async ({ page, workbench }) => {
  const bench = new WorkbenchPage(page);
  await bench.open(workbench.url);

  await test.step('plan a resource and see it in the docs', async () => {
    await bench.expectLesson('What it is for');
    await bench.paste(PLAN);
    await expect(bench.results.getByText('6 of 6 hold')).toBeVisible();
    await bench.showResult('API docs');
    await expect(bench.docs.getByText('List the books on the shelf').first()).toBeVisible({ timeout: 30_000 });
  });

  await test.step('open the first route; its API is live', async () => {
    await bench.goToLesson('The first route');
    await bench.showResult('Checks');
    await expect(bench.state).toContainText('Live');
    await expect(bench.results.getByText('0 of 3 hold')).toBeVisible();
  });

  await test.step('type it wrongly and read why', async () => {
    await bench.clickBehind('const app = Fastify();');
    await page.keyboard.press('Enter');
    await page.keyboard.type("app.get('/api/v1/book', async () => books);");
    const verdict = bench.verdict('GET /api/v1/books answers 200');
    await expect(verdict).toContainText('404, expected 200');
    await expect(verdict.getByText('/api/v1/books', { exact: true }).first()).toBeVisible();
    await expect(verdict.getByRole('cell', { name: /200/ }).first()).toBeVisible();
    await expect(verdict.getByRole('cell', { name: /404/ }).first()).toBeVisible();
  });

  await test.step('repair it: all checks hold, the task ticks', async () => {
    for (let step = 0; step < "', async () => books);".length; step += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('s');
    await expect(bench.code).toContainText("app.get('/api/v1/books', async () => books);");
    await expect(bench.results.getByText('3 of 3 hold')).toBeVisible();
    await expect(page.getByRole('button', { name: /Answer the request.*\bdone, 1 of 1/ })).toBeVisible();
    await expect(bench.state).toContainText('Live');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  });

  await test.step('the docs show the route, the contract shows it built', async () => {
    await bench.showResult('API docs');
    await expect(bench.docs.getByText('/api/v1/books').first()).toBeVisible();
    await bench.showResult('Contract');
    await expect(bench.results.getByText('Planned 13 · built 1')).toBeVisible();
    await expect(
      bench.results.getByRole('list', { name: 'Operations' }).getByRole('listitem').filter({ hasText: 'built' }),
    ).toContainText('/api/v1/books');
  });

  await test.step('go on to the next lesson', async () => {
    await page
      .getByRole('navigation', { name: 'Lessons before and after' })
      .getByRole('button', { name: /^Next lesson/ })
      .click();
    await bench.expectLesson('One book, or 404');
    await bench.showResult('Checks');
    await expect(bench.state).toContainText('Live');
  });

  await test.step('after a restart everything is still there', async () => {
    await workbench.restart();
    await bench.open(workbench.url);
    await bench.expectLesson('One book, or 404');
    await bench.goToLesson('The first route');
    await expect(bench.code).toContainText("app.get('/api/v1/books', async () => books);");
    await expect(bench.results.getByText('3 of 3 hold')).toBeVisible();
    await expect(page.getByRole('button', { name: /Endpoints: stage 3, 1 of 11 lessons done/ })).toBeVisible();
    await bench.goToLesson('What it is for');
    await expect(bench.code).toContainText('The front desk sees at once');
    await expect(bench.results.getByText('6 of 6 hold')).toBeVisible();
  });
});
