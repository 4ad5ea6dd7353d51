import { describe, expect, test } from 'vitest';
import { SEED, SHORT } from './extent.ts';
import { type Kills, killRounds } from './kill-rounds.ts';

const note = (text: string) => process.stdout.write(`${text}\n`);
const WORSE = { kills: 30, seed: SEED, what: 'process' } as const;
const worse = (how: string) => new URL(`./worse-saves.ts?how=${how}`, import.meta.url).href;

/** In the short form: as soon as some kills have met a save half way. */
const isEnough = SHORT ? (tally: Kills) => tally.kills >= 3 && tally.hits >= 2 : undefined;

describe('SIGKILL at random moments while it saves', () => {
  test.each(['process', 'group'] as const)('to the %s loses and tears nothing', async (what) => {
    const kills = SHORT ? 15 : 200;
    note(`kills of the ${what}, ${kills} at most, seed ${SEED}`);
    const tally = await killRounds({ kills, isEnough, seed: SEED, what, note: SHORT ? undefined : note });
    note(told(tally));
    expect(tally).toMatchObject({ torn: [], lost: [], other: [] });
    // A harness that never hits a save under way would prove nothing.
    expect(tally.unanswered).toBeGreaterThan(tally.kills / 2);
    expect(tally.hits).toBeGreaterThanOrEqual(SHORT ? 2 : kills / 4);
  });
});

describe('the same kills', () => {
  test('find a server that writes over the old text', async () => {
    const tally = await killRounds({ ...WORSE, preload: [worse('truncate')], isEnough: ({ torn }) => torn.length > 0 });
    expect(tally.torn).not.toEqual([]);
  });

  test('find a server that answers before it has saved', async () => {
    const tally = await killRounds({ ...WORSE, preload: [worse('early')], isEnough: ({ lost }) => lost.length > 0 });
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
