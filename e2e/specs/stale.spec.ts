import { z } from 'zod';
import { expect, test } from '../hosts/browser-host.ts';
import { GOOD_COURSE } from '../hosts/course-copy.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

/** Each key that is typed into REV makes a revision that answers, and is routed, by the number of keys. */
const NUMBERED = `import Fastify from 'fastify';

const REV = \`
\`.length;

export async function buildApp() {
  const app = Fastify();
  app.get('/api/v1/books', async () => ({ data: 'revision-' + REV }));
  app.get('/route-' + REV, async () => null);
  return app;
}
`;
/** Pauses between keys, around the one after which an edit is sent: some edits are overtaken, some are not. */
const PAUSES_MS = [15, 60, 110, 140, 30, 260, 90, 130, 20, 400];
const ROUNDS = 5;

const Seen = z.array(z.strictObject({ where: z.enum(['verdict', 'route']), number: z.number(), status: z.string() }));

test.use({ course: GOOD_COURSE });

test('while one types quickly, nothing of an older revision is shown after something of a newer one', async ({
  page,
  workbench,
}) => {
  const bench = new WorkbenchPage(page);
  await bench.open(workbench.url);
  await bench.goToLesson('List the books');
  await bench.paste(NUMBERED);
  const verdict = bench.verdict('GET /api/v1/books answers 200 with a list');
  await expect(verdict).toContainText(/revision-1\b/);
  const zones = page.getByRole('region', { name: 'Editor' }).locator('.view-zones');
  await expect(zones.getByText(/\/route-1\b/)).toBeVisible();

  const watching = await page.evaluateHandle(() => {
    const seen: { where: 'verdict' | 'route'; number: number; status: string }[] = [];
    const look = () => {
      const status = document.querySelector('[aria-label="State of your API"]')?.textContent ?? '';
      const note = (where: 'verdict' | 'route', place: string, text: RegExp) => {
        for (const part of document.querySelectorAll(place)) {
          for (const [, number] of (part.textContent ?? '').matchAll(text)) {
            seen.push({ where, number: Number(number), status });
          }
        }
      };
      note('verdict', '[aria-label="Verdicts"]', /revision-(\d+)/g);
      note('route', '[aria-label="Editor"] .view-zones', /\/route-(\d+)/g);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    return () => {
      observer.disconnect();
      return seen;
    };
  });

  await bench.clickBehind('const REV');
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const pause of PAUSES_MS) await page.keyboard.type('x', { delay: pause });
  }
  const last = 1 + ROUNDS * PAUSES_MS.length;
  await expect(verdict).toContainText(`revision-${last}`);
  await expect(zones.getByText(`/route-${last}`)).toBeVisible();
  await expect(bench.state).toHaveText('Live');

  const seen = Seen.parse(await watching.evaluate((end) => end()));
  for (const where of ['verdict', 'route'] as const) {
    const numbers = seen.filter((one) => one.where === where).map(({ number }) => number);
    expect(new Set(numbers).size, `different revisions seen as ${where}`).toBeGreaterThan(3);
    expect(numbers, `${where} never goes back`).toEqual(numbers.toSorted((a, b) => a - b));
  }
});
