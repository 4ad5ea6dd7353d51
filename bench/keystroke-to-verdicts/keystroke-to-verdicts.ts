import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { z } from 'zod';
import { startWorkbench } from '../../e2e/hosts/workbench-server.ts';
import { ensureBuild } from '../../scripts/setup/build.mjs';
import { atMost, type Bench, type BenchOptions, type BenchResult } from '../bench.ts';
import { openBrowser } from '../browser.ts';
import { COURSE } from '../edit-to-live/edited-api.ts';
import { figuresOf } from '../figures.ts';
import { betweenEdits } from '../pace.ts';
import { WATCH_VERDICTS } from './watch-verdicts.ts';

const LESSON = 'Keystrokes';
/** Behind the `a` that stands there: with the last of these letters, and not before, the last of the ten checks fails. */
const LETTERS = 'bcd';
/** Between two keys (ms): a quick typist. */
const KEY_MS = 70;
const ALL_HOLD = '10 of 10 hold';
const ONE_FAILS = '9 of 10 hold';
const WARM_UP = 2;

/**
 * From the last keystroke in Monaco to all verdicts of what was typed painted, in Chromium: by the clock of the page,
 * from the key's own event to the second frame after the verdicts were in the document. The typing pause is part of it.
 */
export const keystrokeToVerdicts: Bench = {
  name: 'keystroke-to-verdicts',
  about: 'from the last keystroke in Monaco to the verdicts of 10 HTTP checks painted in Chromium',
  rounds: { full: 15, quick: 3 },
  measure,
};

async function measure({ rounds, note }: BenchOptions): Promise<BenchResult> {
  note('building');
  await ensureBuild();
  const server = await startWorkbench({ course: fileURLToPath(COURSE) });
  try {
    const browser = await openBrowser();
    try {
      const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
      await page.addInitScript(WATCH_VERDICTS);
      await page.goto(server.url);
      await goToName(page);
      const samples: number[] = [];
      for (let round = 1; round <= WARM_UP + rounds; round += 1) {
        const ms = await timed(page, [...LETTERS], ONE_FAILS);
        if (round > WARM_UP) samples.push(ms);
        await betweenEdits();
        await timed(page, back(), ALL_HOLD);
        note(`keystroke ${round}`);
        await betweenEdits();
      }
      const series = { routewright: figuresOf(samples) };
      return { series, judged: [atMost('p50', series.routewright.p50, 300, 'ms')] };
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/** Opens the lesson and puts the caret behind the name in the first line. */
async function goToName(page: Page): Promise<void> {
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(LESSON);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: LESSON }).waitFor();
  await page.getByText(ALL_HOLD).waitFor();
  await page.getByRole('textbox', { name: /^Code of/ }).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  for (let key = 0; key < 2; key += 1) await page.keyboard.press('ArrowLeft');
  await betweenEdits();
}

function back(): string[] {
  return Array.from(LETTERS, () => 'Backspace');
}

/** Presses the keys; from the last of them until `text` is painted as what all checks came to. */
async function timed(page: Page, keys: string[], text: string): Promise<number> {
  await page.evaluate(`window.benchWaitFor(${JSON.stringify(text)})`);
  for (const [index, key] of keys.entries()) {
    await page.keyboard.press(key);
    if (index < keys.length - 1) await page.waitForTimeout(KEY_MS);
  }
  return z.number().parse(await page.evaluate('window.benchPainted'));
}
