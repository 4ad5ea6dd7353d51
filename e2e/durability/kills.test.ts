import { describe, expect, test } from 'vitest';
import { SEED, SHORT } from './extent.ts';
import { type Kills, killRounds } from './kill-rounds.ts';

const note = (text: string) => process.stdout.write(`${text}\n`);
const worse = (how: string) => new URL(`./worse-saves.ts?how=${how}`, import.meta.url).href;

describe('SIGKILL at random moments while it saves', () => {
  test.each(['process', 'group'] as const)('to the %s loses and tears nothing', async (what) => {
    const kills = SHORT ? 4 : 200;
    note(`${kills} kills of the ${what}, seed ${SEED}`);
    const tally = await killRounds({ kills, seed: SEED, what, note: SHORT ? undefined : note });
    note(told(tally));
    expect(tally).toMatchObject({ torn: [], lost: [], other: [] });
    // A harness that never hits a save under way would prove nothing.
    expect(tally.unanswered).toBeGreaterThanOrEqual(kills * 0.9);
    expect(tally.hits).toBeGreaterThanOrEqual(kills * 0.25);
  });
});

describe('the same kills', () => {
  const kills = SHORT ? 2 : 10;

  test('find a server that writes over the old text', async () => {
    const tally = await killRounds({ kills, seed: SEED, what: 'process', preload: [worse('truncate')] });
    expect(tally.torn).not.toEqual([]);
  });

  test('find a server that answers before it has saved', async () => {
    const tally = await killRounds({ kills, seed: SEED, what: 'process', preload: [worse('early')] });
    expect(tally.lost).not.toEqual([]);
  });
});

function told({ kills, unanswered, hits, acknowledged, torn, lost, times, goneMs }: Kills): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)} ms`;
  return (
    `${kills} kills: ${unanswered} with a save under way, ${hits} left a trace of one; ${acknowledged} answered saves, ` +
    `${torn.length} torn, ${lost.length} lost; an edit took ${at(0.5)} (median), ${at(0.99)} (p99); ` +
    `processes gone after ${goneMs.toFixed(0)} ms at most`
  );
}
