import { expect, test } from '../hosts/browser-host.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

const PLAN = `# Written by hand
title: Lending library   # short
purpose: The front desk sees at once whether a book is in, and lends it.
audience: internal
basePath: /api/v1
resources:
  # Everything on a shelf
  - name: books
    fields:
      - {name: id,  type: integer, readOnly: true}
      - name: 'title'

    operations:
      - { method: GET, path: /books, summary: List the books, statuses: [200] }
      - { method: DELETE, path: "/books/{id}", summary: Remove a book, statuses: [204] }
`;

test('the form and the YAML are two views of one plan', async ({ page, workbench }) => {
  const bench = new WorkbenchPage(page);
  const form = page.getByRole('form', { name: 'Plan' });
  const view = (name: 'Form' | 'YAML') => page.getByRole('radio', { name, exact: true }).check({ force: true });
  const saved = () => expect(page.getByText('Saved', { exact: true })).toBeVisible();

  await test.step('what is changed in the form is one small change of the text', async () => {
    await bench.open(workbench.url);
    await bench.expectLesson('What it is for');
    await bench.paste(PLAN);
    await view('Form');
    await expect(form.getByRole('textbox', { name: 'Title' })).toHaveValue('Lending library');
    await form.getByRole('textbox', { name: 'Title' }).fill('City library');
    await form.getByRole('textbox', { name: 'Add a field to books' }).fill('dueOn');
    await form.getByRole('textbox', { name: 'Add a field to books' }).press('Enter');
    await expect(form.getByRole('combobox', { name: 'Type of dueOn' })).toHaveValue('date');
    await form.getByRole('textbox', { name: 'Add a rule to books' }).fill('One member at a time.');
    await form.getByRole('textbox', { name: 'Add a rule to books' }).press('Enter');
    await view('YAML');
    for (const line of [
      '# Written by hand',
      'title: City library   # short',
      '  # Everything on a shelf',
      '      - {name: id,  type: integer, readOnly: true}',
      "      - name: 'title'",
      '      - name: dueOn',
      '      - One member at a time.',
    ]) {
      // The editor shows spaces as spaces that do not break.
      await expect(bench.code.getByText(line.trim().replaceAll(' ', '\u00a0'), { exact: true })).toBeVisible();
    }
  });

  await test.step('advice stands beside its control and repairs with one click', async () => {
    await view('Form');
    await expect(form.getByText('404 is missing: not every id exists')).toBeVisible();
    await form.getByRole('button', { name: 'Add 404' }).click();
    await expect(form.getByText('404 is missing: not every id exists')).toHaveCount(0);
    await expect(
      form
        .getByRole('group', { name: 'Statuses of DELETE /books/{id}' })
        .getByRole('button', { name: '404 Not Found' }),
    ).toBeVisible();
    await saved();
  });

  await test.step('undo goes back through what the form did', async () => {
    await form.getByRole('textbox', { name: 'Title' }).focus();
    await page.keyboard.press('Control+z');
    await expect(form.getByText('404 is missing: not every id exists')).toBeVisible();
    await page.keyboard.press('Control+Shift+z');
    await expect(form.getByText('404 is missing: not every id exists')).toHaveCount(0);
  });

  await test.step('by keyboard alone: a status by its number, another one taken out', async () => {
    await form.getByRole('button', { name: 'Add a status to GET /books', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('304');
    await page.keyboard.press('Enter');
    const statuses = form.getByRole('group', { name: 'Statuses of GET /books', exact: true });
    await expect(statuses.getByRole('button', { name: '304 Not Modified' })).toBeVisible();
    await statuses.getByRole('button', { name: '304 Not Modified' }).focus();
    await page.keyboard.press('Delete');
    await expect(statuses.getByRole('button', { name: '304 Not Modified' })).toHaveCount(0);
  });

  await test.step('a text that cannot be read is shown where it is wrong, and nothing is lost', async () => {
    await view('YAML');
    await bench.clickBehind('basePath');
    await page.keyboard.type(': x');
    await view('Form');
    await expect(page.getByText('The form waits until plan.yaml can be read')).toBeVisible();
    await page
      .getByRole('button', { name: /^Go to line \d+$/ })
      .first()
      .click();
    await expect(bench.editor).toBeFocused();
    await bench.clickBehind('basePath');
    for (let step = 0; step < ': x'.length; step += 1) await page.keyboard.press('Backspace');
  });

  await test.step('what was chosen is remembered over a restart', async () => {
    await view('Form');
    await expect(form).toBeVisible();
    await saved();
    await workbench.restart();
    await page.goto(workbench.url);
    await expect(form.getByRole('textbox', { name: 'Title' })).toHaveValue('City library', { timeout: 30_000 });
  });
});
