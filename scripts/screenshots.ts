import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { takeFrontPictures } from './screenshots/front-pictures.ts';
import { takeInstructorPictures } from './screenshots/instructor-pictures.ts';
import { takeManualPictures } from './screenshots/manual-pictures.ts';
import { goToLesson, openWorkbench, paste } from './screenshots/open-workbench.ts';
import { ROOT } from './setup/pinned-node.mjs';

// Takes the pictures of the README, of the site's front page and of the manual from the real workbench: `npm run build`, then `npm run screenshots`.

const PICTURES = [
  { name: 'workbench-dark', theme: 'dark', width: 1440, height: 900 },
  { name: 'workbench-light', theme: 'light', width: 1440, height: 900 },
  { name: 'workbench-narrow-dark', theme: 'dark', width: 1024, height: 700 },
  { name: 'workbench-narrow-light', theme: 'light', width: 1024, height: 700 },
] as const;

const LESSON = 'Create a book';

/** A learner on the way: a book is created, the answer does not yet say where it lives. */
const CODE = `import Fastify from 'fastify';
import { books, isText } from './books.ts';

export async function buildApp() {
  const app = Fastify();

  app.get('/api/v1/books', async () => books.all());

  app.get<{ Params: { id: string } }>('/api/v1/books/:id', async (request, reply) => {
    const book = books.find(request.params.id);
    return book ?? reply.code(404).send({ message: 'No such book.' });
  });

  app.post<{ Body: { title: string } }>('/api/v1/books', async (request, reply) => {
    const { title } = request.body;
    if (!isText(title)) return reply.code(400).send({ message: 'No title.' });
    reply.code(201);
    return books.add(request.body);
  });

  return app;
}
`;

const BOOKS = `export type Book = { id: number; title: string; author: string; year?: number };

const shelf: Book[] = [
  { id: 1, title: 'Middlemarch', author: 'George Eliot', year: 1871 },
  { id: 2, title: 'Walden', author: 'Henry David Thoreau', year: 1854 },
  { id: 4, title: 'The Time Machine', author: 'H. G. Wells', year: 1895 },
];
let lastId = 4;

export const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

export const books = {
  all: () => shelf,
  find: (id: string) => shelf.find((book) => book.id === Number(id)),
  add(from: Partial<Book>) {
    lastId += 1;
    const book = { ...from, id: lastId };
    shelf.push({ title: '', author: '', ...book });
    return book;
  },
};
`;

async function work(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show files' }).click();
  await page.getByRole('button', { name: 'New file' }).click();
  await page.keyboard.type('books.ts');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: /books\.ts/, selected: true }).waitFor();
  await paste(page, BOOKS);
  await page.getByRole('button', { name: 'Hide files' }).click();
  await page.getByRole('tab', { name: /app\.ts/ }).click();
  await paste(page, CODE);
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.getByText(/[1-9] of \d+ hold/).waitFor({ state: 'attached' });
  await page.keyboard.press('Control+Home');
}

async function takeAll(page: Page, folder: string): Promise<void> {
  for (const { name, theme, width, height } of PICTURES) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    if (width < 1200) await page.getByRole('radio', { name: /^Results/ }).click();
    await page.getByRole('status', { name: 'State of your API' }).filter({ hasText: 'Live' }).waitFor();
    await page.locator(`html[data-theme="${theme}"]`).waitFor();
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide', scale: 'css' });
  }
}

const workbench = await openWorkbench(2);
try {
  await goToLesson(workbench.page, LESSON);
  await work(workbench.page);
  const folder = join(ROOT, 'docs/images');
  await mkdir(folder, { recursive: true });
  await takeFrontPictures(workbench.page, join(ROOT, 'site/src/assets/workbench'));
  await takeAll(workbench.page, folder);
} finally {
  await workbench.close();
}
await takeManualPictures(join(ROOT, 'site/src/assets/manual'));
await takeInstructorPictures(join(ROOT, 'site/src/assets/manual'));
