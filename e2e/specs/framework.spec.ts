import { expect, test } from '../hosts/browser-host.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

test('a learner compares four frameworks and decides for three projects', async ({ page, workbench, pageErrors }) => {
  const bench = new WorkbenchPage(page);
  await bench.open(workbench.url);

  await test.step('a comparison is in front; the arrow keys walk through its parts', async () => {
    await bench.goToLesson('Three kinds of frameworks');
    await expect(page.getByRole('tab', { name: 'Compare' })).toHaveAttribute('aria-selected', 'true');
    const parts = bench.results.getByRole('listbox', { name: 'Parts' });
    await parts.getByRole('option').first().focus();
    const seen: (string | null)[] = [];
    for (const part of await parts.getByRole('option').all()) {
      await expect(part).toBeFocused();
      await expect(part).toHaveAttribute('aria-selected', 'true');
      const chosen = bench.results.locator('[data-chosen]');
      await expect(chosen.first()).toBeInViewport();
      seen.push(await chosen.first().textContent());
      await page.keyboard.press('ArrowRight');
    }
    expect(new Set(seen).size, 'another part, other lines').toBe(seen.length);
  });

  await test.step('over the whole window there is room for all of them; Esc goes back', async () => {
    await bench.results.getByRole('button', { name: 'Expand' }).click();
    const large = page.getByRole('dialog', { name: 'Fastify · FastAPI · Flask · Django REST Framework' });
    await large.getByRole('option').nth(1).click();
    for (const name of ['Fastify', 'FastAPI', 'Flask', 'Django REST Framework']) {
      const column = large.getByRole('region', { name, exact: true });
      await expect(column).toBeInViewport();
      await expect(column.locator('[data-chosen]').first()).toBeInViewport();
    }
    await page.keyboard.press('Escape');
    await expect(large).toBeHidden();
    await expect(bench.results.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('code in the editor has its colours, in a second lesson too', async () => {
    await expect.poll(() => coloursOf(bench)).toBeGreaterThan(3);
  });

  const form = page.getByRole('form', { name: 'Decision' });
  const scenario = (name: string) => form.getByRole('region', { name });
  const choose = async (name: string, option: string, ...reasons: string[]) => {
    await scenario(name).getByRole('radio', { name: option, exact: true }).check({ force: true });
    for (const reason of reasons) await scenario(name).getByRole('button', { name: reason, exact: true }).click();
  };

  await test.step('a decision is a form; one without reasons that fit is refused, and why is said', async () => {
    await bench.goToLesson('Choose for three scenarios');
    await bench.showResult('Checks');
    await choose(
      'A model and two founders',
      'Django REST Framework',
      'Admin pages, users and permissions are in the box',
    );
    await expect(form.getByText('1 of 3 decided')).toBeVisible();
    await expect(bench.verdict('The founders can be live next week')).toContainText(
      'Django REST Framework, expected a choice that fits the story',
    );
    await choose('A model and two founders', 'FastAPI', 'What the problem needs exists in its language');
    await scenario('A model and two founders')
      .getByRole('button', { name: 'Admin pages, users and permissions are in the box' })
      .click();
    await scenario('A model and two founders').getByRole('button', { name: 'One declaration validates' }).click();
    await expect(bench.results.getByText('1 of 4 hold')).toBeVisible();
  });

  await test.step('by keyboard alone', async () => {
    const backOffice = scenario('Forty people and twelve tables');
    await backOffice.getByRole('radio', { name: 'Fastify' }).focus();
    for (const _ of ['FastAPI', 'Flask', 'Django REST Framework']) await page.keyboard.press('ArrowDown');
    await expect(backOffice.getByRole('radio', { name: 'Django REST Framework' })).toBeChecked();
    for (const reason of ['Database models and migrations', 'Admin pages, users']) {
      await backOffice.getByRole('button', { name: reason }).focus();
      await page.keyboard.press('Space');
    }
    await expect(bench.results.getByText('2 of 4 hold')).toBeVisible();
  });

  await test.step('with the questions answered the lesson is done, and the file says what was decided', async () => {
    await choose(
      'A promise to strangers',
      'Fastify',
      'The team writes its language every day',
      'One declaration validates and documents',
    );
    await bench.answer(/three times as fast/, 'Where does our API spend its time?');
    await bench.answer(/We take Flask/, 'Nothing. Small is always the right start.');
    await expect(page.getByText('Not quite.')).toBeVisible();
    await bench.answer(/We take Flask/, 'The decision was made for the first endpoint');
    await bench.answer(/just change the framework/, 'Business rules that know nothing');
    await expect(bench.results.getByText('4 of 4 hold')).toBeVisible();
    await expect(bench.complete).toBeVisible();
    await page.getByRole('radio', { name: 'YAML', exact: true }).check({ force: true });
    await bench.editor.focus();
    await page.keyboard.press('Control+End');
    await expect(bench.code).toContainText(/choice:\s"django-rest-framework"/);
  });

  expect(pageErrors).toEqual([]);
});

/** In how many colours the code in front is. */
function coloursOf(bench: WorkbenchPage): Promise<number> {
  return bench.code
    .locator('.view-line span span')
    .evaluateAll((spans) => new Set(spans.map((span) => getComputedStyle(span).color)).size);
}
