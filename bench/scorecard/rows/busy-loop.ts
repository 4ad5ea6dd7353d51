import { openPlace } from '../../../src/server/sandbox/place.test-support.ts';
import { figuresOf } from '../../figures.ts';
import { type LoopProgram, loopPrograms } from '../learner/loops.ts';
import { type WatchedRun, watchedRun } from '../learner/watched-run.ts';
import type { Row } from '../row.ts';

const WITHIN_MS = 1_500;
/** Coprime to the number of loops: a short run meets all loops at all places. */
const QUICK_STEP = 9;

export const busyLoop: Row = {
  number: 5,
  figure: 'Busy loop found and ended, with its line, 100 times',
  target: '100 of 100 under 1.5 s',
  async measure({ quick, note }) {
    const all = loopPrograms();
    const programs = quick ? all.filter((_, at) => at % QUICK_STEP === 0) : all;
    const place = await openPlace(1);
    const runs: (WatchedRun & { name: string; right: boolean; expected: string })[] = [];
    try {
      for (const program of programs) {
        const run = await watchedRun(place, program.files);
        const expected = `${program.file}:${program.lines.join(',')}`;
        runs.push({ name: program.name, ...run, right: isRight(program, run), expected });
        note(`${runs.length} of ${programs.length}`);
      }
    } finally {
      await place.close();
    }
    const right = runs.filter((run) => run.right).length;
    const { p50, max } = figuresOf(runs.map((run) => run.ms ?? Number.POSITIVE_INFINITY));
    return {
      status: right === runs.length ? 'met' : 'missed',
      measured: `${right} of ${runs.length}, median ${p50} ms, longest ${max} ms`,
      how: 'Ten kinds of loop in five places at two lines each, run by the pool; from the line before the loop to the end of the process.',
      details: { runs },
    };
  },
};

function isRight({ file, lines }: LoopProgram, { failure, ms }: WatchedRun): boolean {
  const found = failure?.code === 'RW_CODE_STALLED' && failure.file === file && lines.includes(failure.line ?? 0);
  return found && ms !== undefined && ms < WITHIN_MS;
}
