import { expect, test } from '../hosts/browser-host.ts';
import { solutionFile, starterFile } from '../hosts/lesson-files.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

const LESSON = 'testing/tests-that-catch-bugs';
/** A test of the day at the edge, in place of one that only calls. */
const EDGE = `loans.lend({ bookId: 1, memberId: 1 });
    dueOn(day(0));
    assert.deepEqual(loans.report(), { open: 1, overdue: 0 });`;

test('a learner sees a suite that runs every line catch nothing, and mends it', async ({
  page,
  workbench,
  pageErrors,
}) => {
  test.slow();
  const bench = new WorkbenchPage(page);
  const mutant = (title: string) =>
    bench.results.getByRole('list', { name: 'Mutants' }).getByRole('listitem').filter({ hasText: title });
  await bench.open(workbench.url);
  await bench.goToLesson('Tests that catch bugs');

  await test.step('all tests pass, all lines ran, and a mutant survives', async () => {
    await bench.showResult('Tests');
    await expect(bench.results.getByText(/^4 tests pass · \d of 5 mutants caught$/)).toBeVisible();
    await expect(mutant('Who brings a book on its last day is late')).toContainText('survived');
    await expect(mutant('Who brings a book on its last day is late')).toContainText('Try the day at the edge.');
    await bench.openFile('src/loans.ts');
    await expect(page.locator('[class*="covered"].cldr').first()).toBeVisible();
  });

  await test.step('a test at the edge catches it, by its name', async () => {
    await bench.openFile('test/loans.test.ts');
    const starter = await starterFile(LESSON, 'test/loans.test.ts');
    const text = `import assert from 'node:assert/strict';\n${starter}`
      .replace('const { loans } = desk(t);\n    loans.report();', `const { loans, dueOn } = desk(t);\n    ${EDGE}`)
      .replace('can report', 'is not late on its last day');
    expect(text).toContain(EDGE);
    await bench.paste(text);
    await expect(mutant('Who brings a book on its last day is late')).toContainText(
      'Caught by “lending › is not late on its last day”.',
    );
  });

  await test.step('with a test for each mutant none survives, and the lesson is done', async () => {
    await bench.paste(await solutionFile(LESSON, 'test/loans.test.ts'));
    await expect(bench.results.getByText('6 tests pass · 5 of 5 mutants caught')).toBeVisible();
    await expect(bench.complete).toBeVisible();
  });

  expect(pageErrors).toEqual([]);
});
