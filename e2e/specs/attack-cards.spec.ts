import { expect, test } from '../hosts/browser-host.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

test('attacks of one kind are told apart, by eye and by name', async ({ page, workbench }) => {
  const bench = new WorkbenchPage(page);
  await bench.open(workbench.url);
  await bench.goToLesson('SQL in a search box');
  await bench.showResult('Attack');
  await expect(bench.results.getByRole('heading', { level: 3, name: /^SQL in a search box/ })).toHaveCount(3);
  for (const title of [
    'A search cannot read the members',
    'A sort cannot answer questions',
    'A title cannot change anything else',
  ]) {
    await expect(bench.results.getByRole('heading', { level: 3, name: title })).toHaveCount(1);
    await expect(bench.results.getByRole('button', { name: `Run the attack: ${title}`, exact: true })).toBeVisible();
  }
});
