import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { ROOT } from '../setup/pinned-node.mjs';
import { goToLesson, openWorkbench, paste } from './open-workbench.ts';
import { toWebp } from './webp.ts';

const THEMES = ['dark', 'light'] as const;
/** Of WebP, from 0 to 1: text stays sharp, and a picture has about 50 KB. */
const QUALITY = 0.82;

/** `concat` returns a new list and leaves the old one alone, so this never ends. */
const ENDLESS = `import Fastify from 'fastify';

export async function buildApp() {
  const app = Fastify();

  const books: { id: number; title: string }[] = [];
  while (books.length < 10) {
    books.concat({ id: books.length + 1, title: 'Walden' });
  }

  app.get('/api/v1/books', async () => books);

  return app;
}
`;

/** Takes the pictures of the learners' manual, in both themes, into `folder` (absolute). */
export async function takeManualPictures(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { page, close } = await openWorkbench();
  const take = (name: string) => takeBoth(page, (theme) => join(folder, `${name}-${theme}.webp`));
  try {
    await page.getByText(/of 6 hold/).waitFor();
    await take('first-start');
    await beginPlan(page);
    await take('plan-form');
    await goToLesson(page, 'The first route');
    await solve(page, 'lessons/endpoints/first-route/fastify/solution/src/app.ts');
    await take('complete');
    await paste(page, ENDLESS);
    await page
      .getByText(/did nothing else/)
      .first()
      .waitFor();
    await take('stuck');
  } finally {
    await close();
  }
}

/** The first task of the first lesson, done in the form. */
async function beginPlan(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Form' }).check({ force: true });
  const purpose = page.getByRole('textbox', { name: /purpose/i });
  await purpose.fill('The front desk sees at once whether a book is in, and who has it.');
  await purpose.press('Enter');
  await page.getByText(/1 of 6 hold/).waitFor();
}

async function solve(page: Page, solution: string): Promise<void> {
  await paste(page, await readFile(join(ROOT, solution), 'utf8'));
  await page.getByText('Lesson complete', { exact: true }).first().waitFor();
  await page.keyboard.press('Control+Home');
}

/** A picture of what `page` shows, in each theme. `file` says where it goes. */
export async function takeBoth(page: Page, file: (theme: string) => string): Promise<void> {
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.locator(`html[data-theme="${theme}"]`).waitFor();
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    await writeFile(file(theme), await toWebp(page, picture, QUALITY));
  }
}
