import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { z } from 'zod';
import { GOOD_COURSE } from '../../../e2e/hosts/course-copy.ts';
import { WorkbenchPage } from '../../../e2e/hosts/workbench-page.ts';
import { startWorkbench, type WorkbenchServer } from '../../../e2e/hosts/workbench-server.ts';
import { pinnedNode } from '../../../scripts/setup/pinned-node.mjs';
import { frameGapsDuring } from '../burst/frame-gaps.ts';
import { openChromium } from '../chromium.ts';
import type { Row } from '../row.ts';

const CLIENT = fileURLToPath(new URL('../burst/client.ts', import.meta.url));
const TARGET = { requests: 50_000, perSecond: 10_000, gapMs: 50 };
const STILL_MS = 2_000;
/** What the burst left to do for the page is part of it: events come every 100 ms. */
const AFTERWARDS_MS = 500;

/** As many requests as the page keeps; the others it counts. */
const KEPT = 1_000;

const Burst = z.strictObject({ answered: z.number(), errors: z.number(), ms: z.number() });

/** A burst against the learner's live API while the workbench shows its traffic. */
export const burst: Row = {
  number: 13,
  figure: 'A burst of 50,000 requests at 10,000/s or more',
  target: '0 errors, frame gap under 50 ms',
  async measure({ quick, note }) {
    const total = quick ? 10_000 : TARGET.requests;
    const server = await startWorkbench({ course: GOOD_COURSE, measured: true });
    const browser = await openChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const path = await showTraffic(page, server);
      note('a still page');
      const still = await frameGapsDuring(page, () => page.waitForTimeout(STILL_MS));
      await server.longestTurn();
      note(`${total} requests`);
      let result: z.infer<typeof Burst> | undefined;
      const gaps = await frameGapsDuring(page, async () => {
        result = await runClient(path, total);
        await page.waitForTimeout(AFTERWARDS_MS);
      });
      const longestTurn = await server.longestTurn();
      await untilCounted(page, total);
      if (!result) throw new Error('The burst has no result.');
      const perSecond = Math.round((total / result.ms) * 1_000);
      const gap = Math.max(...gaps);
      const ok =
        result.errors === 0 && result.answered === total && perSecond >= TARGET.perSecond && gap < TARGET.gapMs;
      return {
        status: ok ? 'met' : 'missed',
        measured: `${perSecond}/s, ${result.errors} errors, longest frame gap ${gap.toFixed(0)} ms (still page: ${Math.max(...still).toFixed(0)} ms)`,
        how: `${total} GET requests, 10 connections with 20 in flight each, from a process apart, to the live API of a lesson while Chromium shows its traffic; the server's longest turn ${longestTurn} ms`,
        details: { total, perSecond, ...result, gap, frames: gaps.length, stillGap: Math.max(...still), longestTurn },
      };
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

/** Opens a lesson whose API answers, with the list of its traffic in view; the address of a route of it. */
async function showTraffic(page: Page, server: WorkbenchServer): Promise<string> {
  const workbench = new WorkbenchPage(page);
  await workbench.open(server.url);
  await workbench.goToLesson('Create a book');
  await workbench.state.getByText(/^Live/).waitFor();
  await workbench.showConsole('Traffic');
  return `${await workbench.liveUrl()}/api/v1/books`;
}

/**
 * The page knows of every request: it counts those that it does not keep. Throws when it does not come to that; a page
 * that saw nothing of the burst would be smooth for nothing.
 */
async function untilCounted(page: Page, total: number): Promise<void> {
  const isCounted = (least: number) => {
    const counted = /([\d,]+) earlier requests are not kept/.exec(document.body.textContent ?? '')?.[1] ?? '';
    return Number(counted.replaceAll(',', '')) >= least;
  };
  await page.waitForFunction(isCounted, total - KEPT, { polling: 100 });
}

async function runClient(address: string, total: number): Promise<z.infer<typeof Burst>> {
  const { port, pathname } = new URL(address);
  const args = [CLIENT, '--port', port, '--path', pathname, '--total', String(total)];
  const child = spawn(pinnedNode(), args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  await once(child, 'close');
  return Burst.parse(JSON.parse(text));
}
