import type { Page } from 'playwright';

/** The gaps (ms) between frames that the page painted while `work` ran. */
export async function frameGapsDuring(page: Page, work: () => Promise<unknown>): Promise<number[]> {
  await page.evaluate(() => {
    const gaps: number[] = [];
    let last = performance.now();
    const frame = (now: number) => {
      gaps.push(now - last);
      last = now;
      if (Reflect.get(window, 'frameGaps') === gaps) requestAnimationFrame(frame);
    };
    Reflect.set(window, 'frameGaps', gaps);
    requestAnimationFrame((now) => {
      last = now;
      requestAnimationFrame(frame);
    });
  });
  await work();
  return page.evaluate(() => {
    const gaps: number[] = Reflect.get(window, 'frameGaps');
    Reflect.deleteProperty(window, 'frameGaps');
    return gaps;
  });
}
