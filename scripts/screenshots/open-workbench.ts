import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright';
import { READY_LINE } from '../../src/contract/ready-line.ts';
import { findChromium } from '../setup/chromium.mjs';
import { pinnedNode, ROOT } from '../setup/pinned-node.mjs';

/**
 * Starts the built workbench with an empty home and opens it in Chromium, 1440 by 900, with `scale` pixels in each.
 * `course`: a folder; default: the bundled course.
 */
export async function openWorkbench(scale = 1, course?: string): Promise<{ page: Page; close: () => Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'routewright-pictures-'));
  const options = ['--home', home, '--port', '0', ...(course === undefined ? [] : ['--course', course])];
  const server = spawn(pinnedNode(), [join(ROOT, 'src/server/main.ts'), ...options], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const close = async () => {
    await browser.close();
    server.kill();
    await rm(home, { recursive: true, force: true });
  };
  try {
    const url = await readAddress(server.stdout);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: scale });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    await page.goto(url);
    await page.locator('.monaco-editor .view-line').first().waitFor();
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function readAddress(stdout: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stdout })) {
    const url = READY_LINE.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error('The server ended before it served.');
}

export async function goToLesson(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.getByRole('textbox', { name: /^Code of/ }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
}
