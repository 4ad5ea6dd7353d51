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
    rules:
      - One member at a time.
    operations:
      - { method: GET, path: /books, summary: List the books, statuses: [200, 400, 401] }
  - name: members
`;

test('with the keys alone, rows of the plan are removed and moved without losing the place', async ({
  page,
  workbench,
}) => {
  const bench = new WorkbenchPage(page);
  await bench.open(workbench.url);
  await bench.paste(PLAN);
  await page.getByRole('radio', { name: 'Form', exact: true }).check({ force: true });
  const form = page.getByRole('form', { name: 'Plan' });
  const menuOf = (row: string) => form.getByRole('button', { name: `More for ${row}`, exact: true });
  const choose = async (what: 'Remove' | 'Move up' | 'Move down') => {
    await page.keyboard.press('Enter');
    const item = page.getByRole('menuitem', { name: what });
    await expect(item).toBeVisible();
    await item.press('Enter');
    await expect(item).toHaveCount(0);
  };

  await test.step('a row that is moved takes the focus along', async () => {
    await menuOf('field id').focus();
    await choose('Move down');
    await expect(menuOf('field id')).toBeFocused();
    await choose('Move up');
    await expect(menuOf('field id')).toBeFocused();
  });

  await test.step('after a row that is removed comes the next one, after the last one the way to add one', async () => {
    await menuOf('field title').focus();
    await choose('Remove');
    await expect(menuOf('field author')).toBeFocused();
    await choose('Remove');
    await expect(form.getByRole('textbox', { name: 'Add a field to books' })).toBeFocused();
    await menuOf('rule 1').focus();
    await choose('Remove');
    await expect(form.getByRole('textbox', { name: 'Add a rule to books' })).toBeFocused();
  });

  await test.step('so it is with statuses', async () => {
    await form.getByRole('button', { name: '400 Bad Request' }).focus();
    await page.keyboard.press('Delete');
    await expect(form.getByRole('button', { name: '401 Unauthorized' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove it' }).press('Enter');
    await expect(form.getByRole('button', { name: 'Add a status to GET /books' })).toBeFocused();
  });

  await test.step('and with operations and resources', async () => {
    await menuOf('GET /books').focus();
    await choose('Remove');
    await expect(form.getByRole('button', { name: 'Add an operation to books' })).toBeFocused();
    await menuOf('resource books').focus();
    await choose('Remove');
    await expect(menuOf('resource members')).toBeFocused();
    await choose('Remove');
    await expect(form.getByRole('textbox', { name: 'Add a resource' })).toBeFocused();
  });
});
