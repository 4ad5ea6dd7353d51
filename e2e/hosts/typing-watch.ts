import type { Page } from '@playwright/test';
import { z } from 'zod';

const Watched = z.strictObject({ strokes: z.array(z.number()), gaps: z.array(z.number()) });

/**
 * What typing felt like: ms from each key to the frame that shows it, and ms between frames meanwhile. `cpuMs` is what
 * the page's main thread worked for each key: unlike the others, it does not count what else the machine does.
 */
export type Felt = {
  cpuMs: number;
  stroke: { median: number; p95: number };
  gap: { p95: number; largest: number };
};

/** Types `text` with `pauseMs` between keys and watches the page while it does. */
export async function typeAndWatch(page: Page, text: string, pauseMs: number): Promise<Felt> {
  const watching = await page.evaluateHandle(() => {
    const strokes: number[] = [];
    const gaps: number[] = [];
    // A frame's callbacks come before it is painted, a message sent by them after it.
    const onKey = (event: KeyboardEvent) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => strokes.push(performance.now() - event.timeStamp);
        port2.postMessage(null);
      });
    window.addEventListener('keydown', onKey, { capture: true });
    let last = performance.now();
    let isOver = false;
    const frame = (now: number) => {
      gaps.push(now - last);
      last = now;
      if (!isOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return () => {
      isOver = true;
      window.removeEventListener('keydown', onKey, { capture: true });
      return { strokes, gaps: gaps.slice(1) };
    };
  });
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await devTools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  const before = await worked();
  await page.keyboard.type(text, { delay: pauseMs });
  const cpuMs = Math.round((((await worked()) - before) / text.length) * 10) / 10;
  await devTools.detach();
  const { strokes, gaps } = Watched.parse(await watching.evaluate((end) => end()));
  return {
    cpuMs,
    stroke: { median: quantile(strokes, 0.5), p95: quantile(strokes, 0.95) },
    gap: { p95: quantile(gaps, 0.95), largest: quantile(gaps, 1) },
  };
}

function quantile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * part));
  const value = sorted[at];
  if (value === undefined) throw new Error('Nothing was measured.');
  return Math.round(value * 10) / 10;
}
