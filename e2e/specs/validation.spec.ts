import { expect, test } from '../hosts/browser-host.ts';
import { solutionFile } from '../hosts/lesson-files.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

test('a learner reads the members through a search, closes the hole, and tries again', async ({
  page,
  workbench,
  pageErrors,
}) => {
  const bench = new WorkbenchPage(page);
  const search = bench.attack('Through the search');
  const title = bench.attack('Through a title');
  await bench.open(workbench.url);
  await bench.goToLesson('SQL in a search box');

  await test.step('the attack succeeds, and shows what was sent, answered and gained', async () => {
    await bench.showResult('Attack');
    await search.getByRole('button', { name: 'Run the attack' }).click();
    await expect(search.getByText('The attacker got through')).toBeVisible();
    await expect(search.getByRole('status')).toContainText(/The first is \S+@example\.org, with \w{8}/);
    await expect(search.getByLabel('Request').first()).toContainText('UNION%20SELECT');
    await expect(search.getByLabel('Response').first()).toContainText('ada@example.org');
    await title.getByRole('button', { name: 'Run the attack' }).click();
    await expect(title.getByText(/letters go to mallory@example\.net/)).toBeVisible();
    await expect(title.getByRole('button', { name: /A new title, and what comes behind it\s*200/ })).toBeVisible();
  });

  await test.step('it ran against a copy: the learner’s own API has lost nothing', async () => {
    const { data } = await (await fetch(`${await bench.liveUrl()}/api/v1/members/1`)).json();
    expect(data).toMatchObject({ id: 1, email: 'ada@example.org' });
  });

  await test.step('with one hole closed, one attack is stopped and the other is not', async () => {
    await bench.paste(await solutionFile('validation/injection', 'src/books.ts'));
    await expect(search.getByText('Your code has changed since.')).toBeVisible();
    await search.getByRole('button', { name: 'Attack again' }).click();
    await expect(search.getByText('The attack was stopped')).toBeVisible();
    await expect(search.getByText('No book is called like that.')).toBeVisible();
    await title.getByRole('button', { name: 'Attack again' }).click();
    await expect(title.getByText('The attack was stopped')).toBeVisible();
    await bench.showResult('Checks');
    await expect(bench.verdict('A sort cannot answer questions')).toContainText('does not hold');
    await expect(bench.verdict('A search cannot read the members')).toContainText('holds');
  });

  await test.step('with all closed, every check holds and the lesson is done', async () => {
    await bench.openFile('src/schemas/book.ts');
    await bench.paste(await solutionFile('validation/injection', 'src/schemas/book.ts'));
    await expect(bench.results.getByText('5 of 5 hold')).toBeVisible();
    await expect(bench.complete).toBeVisible();
  });

  expect(pageErrors).toEqual([]);
});
