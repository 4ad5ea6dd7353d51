import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startWorkbench } from '../../e2e/hosts/workbench-server.ts';
import { ensureBuild } from '../../scripts/setup/build.mjs';
import { ROOT } from '../../scripts/setup/pinned-node.mjs';
import { atMost, type Bench, type BenchOptions, type BenchResult } from '../bench.ts';
import { openBrowser, type SignedIn, signInBrowser } from '../browser.ts';
import { COURSE } from '../edit-to-live/edited-api.ts';
import { figuresOf } from '../figures.ts';
import { serveBareMonaco } from './bare-monaco.ts';
import budget from './budget.json' with { type: 'json' };
import { bytesOf, earlyScripts } from './early-scripts.ts';
import { type Opening, openPage } from './open-page.ts';

const PAGES = join(ROOT, 'out', 'renderer');
/** Openings before the measured ones, of each page. */
const WARM_UP = 1;

/**
 * From opening the page to an editor in which the first typed keys stand, in Chromium with a cold cache: the workbench
 * at the bundled course's first lesson and at one with TypeScript, beside a page with nothing but Monaco, in turn.
 */
export const open: Bench = {
  name: 'open',
  about: 'from opening the page to an editor that takes keys, beside bare Monaco; JavaScript before that',
  rounds: { full: 10, quick: 2 },
  measure,
};

async function measure({ rounds, note }: BenchOptions): Promise<BenchResult> {
  note('building');
  await ensureBuild();
  const ends: (() => Promise<unknown>)[] = [];
  try {
    const bare = await serveBareMonaco();
    ends.push(() => bare.close());
    const browser = await openBrowser();
    ends.push(() => browser.close());
    const pages: [string, SignedIn][] = [];
    for (const [name, course] of [
      ['routewright', undefined],
      ['routewright, a TypeScript lesson', fileURLToPath(COURSE)],
    ] as const) {
      const server = await startWorkbench(course === undefined ? {} : { course });
      ends.push(() => server.stop());
      pages.push([name, await signInBrowser(browser, server.url)]);
    }
    pages.push(['bare Monaco', { address: bare.origin, cookies: [] }]);
    const openings = new Map<string, Opening[]>(pages.map(([name]) => [name, []]));
    for (let round = 1; round <= WARM_UP + rounds; round += 1) {
      for (const [name, at] of pages) {
        const opening = await openPage(browser, at);
        if (round > WARM_UP) openings.get(name)?.push(opening);
      }
      note(`opening ${round}`);
    }
    return await resultOf(openings);
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

async function resultOf(openings: Map<string, Opening[]>): Promise<BenchResult> {
  const series = Object.fromEntries(
    [...openings].flatMap(([name, all]) => [
      [name, figuresOf(all.map(({ typed }) => typed))],
      [`${name}: focus`, figuresOf(all.map(({ focusable }) => focusable))],
    ]),
  );
  const bytes = await bytesOf(PAGES, await earlyScripts(PAGES));
  const names = ['routewright', 'routewright, a TypeScript lesson'];
  return {
    series,
    judged: [
      ...names.map((name) => atMost(`${name}: p50`, series[name]?.p50 ?? Number.NaN, 1_500, 'ms')),
      atMost('JavaScript, raw', bytes.raw / 1_000, budget.raw / 1_000, 'KB'),
      atMost('JavaScript, gzip', bytes.gzip / 1_000, budget.gzip / 1_000, 'KB'),
    ],
    details: {
      javascript: bytes,
      fetchedBeforeFocus: Object.fromEntries(
        [...openings].map(([name, all]) => [
          name,
          all
            .at(-1)
            ?.scripts.map((url) => new URL(url).pathname)
            .sort(),
        ]),
      ),
    },
  };
}
