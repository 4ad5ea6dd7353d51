import { expect, onTestFinished, test } from 'vitest';
import type { Contender } from './contender.ts';
import { startWatcher } from './watcher.ts';
import { startWorkbench } from './workbench.ts';

const WARM_UP = 1;
const ROUNDS = 4;
/** A third of what `npm run bench` asks for: here everything else of the tests runs at the same time. */
const LEAST = 5;

// The best of some rounds each, because a busy machine can only make a round longer.
test('an edit is live many times sooner than with node --watch', { retry: 2, timeout: 90_000 }, async () => {
  const own = await opened(startWorkbench());
  const peer = await opened(startWatcher('node --watch', [process.execPath, '--watch']));
  const best = new Map<Contender, number>();
  for (let edit = 1; edit <= WARM_UP + ROUNDS; edit += 1) {
    for (const contender of [own, peer]) {
      const start = performance.now();
      await contender.edit(edit);
      const ms = performance.now() - start;
      if (edit > WARM_UP) best.set(contender, Math.min(best.get(contender) ?? ms, ms));
      await contender.settle();
    }
  }
  expect((best.get(peer) ?? 0) / (best.get(own) ?? Number.NaN)).toBeGreaterThan(LEAST);
});

async function opened(starting: Promise<Contender>): Promise<Contender> {
  const contender = await starting;
  onTestFinished(() => contender.close());
  return contender;
}
