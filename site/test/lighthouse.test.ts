import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { CHROMIUM_ARGS, chromiumPath } from './host/browser.ts';

/** In percent, on a phone as Lighthouse simulates it. */
const TARGETS = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
/** The simulated figure still depends on what the machine does beside: the best of so many runs counts. */
const RUNS = 3;

const Report = z.object({
  categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
  audits: z.record(z.string(), z.object({ score: z.number().nullable(), title: z.string() })),
});

const cli = createRequire(import.meta.url).resolve('lighthouse/cli/index.js');

async function measure(url: string) {
  const args = [
    ...[cli, url, '--output=json', '--quiet', `--only-categories=${Object.keys(TARGETS).join(',')}`],
    `--chrome-flags=${['--headless=new', ...CHROMIUM_ARGS].join(' ')}`,
    '--no-enable-error-reporting',
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, CHROME_PATH: chromiumPath() },
    maxBuffer: 100_000_000,
  });
  const { categories, audits } = Report.parse(JSON.parse(stdout));
  const scores = Object.fromEntries(
    Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
  );
  return {
    scores,
    lost: Object.values(audits)
      .filter(({ score }) => score === 0)
      .map(({ title }) => title),
  };
}

const met = (scores: Record<string, number>) =>
  Object.entries(TARGETS).every(([name, target]) => (scores[name] ?? 0) >= target);

describe.each([
  ['the front page', ''],
  ['a lesson', 'course/create-a-book/'],
  ['a page of the reference', 'reference/commands/'],
])('Lighthouse on %s', (_, path) => {
  it('finds it fast, accessible, sound and findable', { timeout: 300_000 }, async () => {
    let best: Awaited<ReturnType<typeof measure>> | undefined;
    for (let run = 0; run < RUNS && !(best && met(best.scores)); run += 1) {
      const now = await measure(inject('origin') + inject('base') + path);
      if (!best || (now.scores.performance ?? 0) > (best.scores.performance ?? 0)) best = now;
    }
    console.log(`${path || 'front page'}: ${JSON.stringify(best?.scores)}`);
    expect(best && met(best.scores), JSON.stringify(best)).toBe(true);
  });
});
