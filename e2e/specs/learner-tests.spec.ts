import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../hosts/browser-host.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

test.use({ course: fileURLToPath(new URL('../fixtures/tested', import.meta.url)) });

const HEAD = `import assert from 'node:assert/strict';
import test, { describe, it } from 'node:test';
import { buildApp } from '../src/app.ts';

test('lists the books', async () => {
  const app = await buildApp();
  const response = await app.inject('/books');
  assert.equal(response.json().length, 1);
});
`;
const ONE_BOOK = `
describe('one book', () => {
  it('is found by its id', async () => {
    const app = await buildApp();
    assert.equal((await app.inject('/books/1')).json().title, 'Emma');
  });
});
`;
const NOT_THERE = `
test('a book that is not there', async () => {
  const app = await buildApp();
  assert.equal((await app.inject('/books/2')).statusCode, STATUS);
});
`;

test('a learner writes tests, sees what they catch, and which lines they run', async ({ page, workbench }) => {
  const bench = new WorkbenchPage(page);
  const { results } = bench;
  const mutant = (title: string) =>
    results.getByRole('list', { name: 'Mutants' }).getByRole('listitem').filter({ hasText: title });
  const covered = page.locator('[class*="covered"].cldr');
  const missed = page.locator('[class*="missed"].cldr');
  await bench.open(workbench.url);
  await bench.showResult('Tests');

  await test.step('one test passes; two mutants survive it, and say what would catch them', async () => {
    await expect(results.getByText('1 test passes · 1 of 3 mutants caught')).toBeVisible();
    await expect(mutant('The shelf is always empty')).toContainText('Caught by “lists the books”.');
    await expect(mutant('A book that nobody has is found')).toContainText('survived');
    await expect(mutant('A book that nobody has is found')).toContainText('expect 404');
    await expect(mutant('A book that nobody has is found')).toContainText('reply.code(200)');
  });

  await test.step('the gutter shows the lines that no test runs', async () => {
    await results.getByRole('button', { name: /^src\/app\.ts/ }).click();
    await expect(bench.code).toContainText('const books');
    await expect(missed).toHaveCount(5);
    await expect(covered).toHaveCount(7);
    await expect(page.getByText('no test runs it')).toBeVisible();
  });

  await test.step('another test catches a mutant that hangs', async () => {
    await page.getByRole('tab', { name: 'shelf.test.ts' }).click();
    await expect(page.getByText('no test runs it')).toBeHidden();
    await bench.paste(HEAD + ONE_BOOK);
    await expect(results.getByText('2 tests pass · 2 of 3 mutants caught')).toBeVisible();
    await expect(mutant('The answer for one book never comes')).toContainText(
      'Caught by “one book › is found by its id”.',
    );
  });

  await test.step('a test that rejects right code fails, and its line opens', async () => {
    await bench.paste(HEAD + ONE_BOOK + NOT_THERE.replace('STATUS', '200'));
    await expect(results.getByText('2 of 3 tests pass · 2 of 3 mutants caught')).toBeVisible();
    const row = results.getByRole('button', { name: /a book that is not there\s*fails/ });
    await expect(row).toContainText('404 !== 200');
    await row.click();
    await expect(page.getByText('Ln 20, Col 1')).toBeVisible();
    await bench.showResult('Checks');
    await expect(bench.verdict('Your tests catch both shelves that lie')).toContainText('404 !== 200');
    await bench.showResult('Tests');
  });

  await test.step('put right it catches the last one; every line is run, and the lesson is done', async () => {
    await bench.paste(HEAD + ONE_BOOK + NOT_THERE.replace('STATUS', '404'));
    await expect(results.getByText('3 tests pass · 3 of 3 mutants caught')).toBeVisible();
    await expect(results.getByRole('button', { name: /^src\/app\.ts/ })).toContainText('100 %');
    await bench.showResult('Checks');
    await expect(results.getByText('2 of 2 hold')).toBeVisible();
    await bench.showResult('Tests');
  });

  await test.step('all of it is accessible in both themes', async () => {
    for (const theme of ['dark', 'light']) {
      await page.evaluate((name) => {
        document.documentElement.dataset.theme = name;
      }, theme);
      const { violations } = await new AxeBuilder({ page }).include('[aria-label="Results"]').analyze();
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
    }
  });
});

test('a test that never ends is named, and the others run', async ({ page, workbench }) => {
  const bench = new WorkbenchPage(page);
  await bench.open(workbench.url);
  await bench.showResult('Tests');
  await bench.paste(`${HEAD}\ntest('spins', () => {\n  for (;;);\n});\n${ONE_BOOK}`);
  await expect(bench.results.getByText('2 of 3 tests pass · 2 of 3 mutants caught')).toBeVisible({ timeout: 30_000 });
  await expect(bench.results.getByRole('button', { name: /spins\s*fails/ }).first()).toContainText('never ends');
  await expect(bench.state).toContainText('Live');
});
