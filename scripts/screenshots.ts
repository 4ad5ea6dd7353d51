import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright';
import { READY_LINE } from '../src/contract/ready-line.ts';
import { findChromium } from './setup/chromium.mjs';
import { pinnedNode, ROOT } from './setup/pinned-node.mjs';

// Takes the pictures of the README from the real workbench: `npm run build`, then `npm run screenshots`.

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

async function goToLesson(page: Page): Promise<void> {
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(LESSON);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: LESSON }).waitFor();
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.getByRole('textbox', { name: /^Code of/ }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
}

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
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
  }
}

async function main(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'routewright-pictures-'));
  const server = spawn(pinnedNode(), [join(ROOT, 'src/server/main.ts'), '--home', home, '--port', '0'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const url = await readAddress(server.stdout);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    await page.goto(url);
    await goToLesson(page);
    await work(page);
    const folder = join(ROOT, 'docs/images');
    await mkdir(folder, { recursive: true });
    await takeAll(page, folder);
  } finally {
    await browser.close();
    server.kill();
    await rm(home, { recursive: true, force: true });
  }
}

async function readAddress(stdout: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stdout })) {
    const url = READY_LINE.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error('The server ended before it served.');
}

await main();
