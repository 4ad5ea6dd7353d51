import { SEED } from '../../../e2e/durability/extent.ts';
import { killRounds } from '../../../e2e/durability/kill-rounds.ts';
import type { Row } from '../row.ts';

export const durabilityKills: Row = {
  number: 15,
  figure: 'kill -9 at random moments, 200 times',
  target: '0 torn, 0 lost',
  async measure({ quick, note }) {
    const kills = quick ? 3 : 100;
    const runs: Awaited<ReturnType<typeof killRounds>>[] = [];
    for (const what of ['process', 'group'] as const) {
      runs.push(await killRounds({ kills, seed: SEED, what, note: (text) => note(`${what}: ${text}`) }));
    }
    const sum = (of: (run: (typeof runs)[number]) => number) => runs.reduce((total, run) => total + of(run), 0);
    const torn = sum((run) => run.torn.length);
    const lost = sum((run) => run.lost.length);
    const other = sum((run) => run.other.length);
    const hits = sum((run) => run.hits);
    return {
      status: torn + lost + other === 0 && hits > 0 ? 'met' : 'missed',
      measured: `${torn} torn, ${lost} lost${other === 0 ? '' : `, ${other} other`}; ${hits} of ${kills * 2} kills left a trace of a save under way`,
      how: `A real server with three lessons that save at once, SIGKILL to it ${kills} times and to its group ${kills} times, seed ${SEED}; ${sum((run) => run.acknowledged)} answered saves were looked for.`,
      details: { runs },
    };
  },
};
