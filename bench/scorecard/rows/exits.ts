import { errorMessage } from '../../../src/contract/errors.ts';
import type { StartFailure } from '../../../src/contract/sandbox.ts';
import { openPlace, type Place } from '../../../src/server/sandbox/place.test-support.ts';
import { StartFailedError } from '../../../src/server/sandbox/start-failed-error.ts';
import { EXITS, type ExitProgram } from '../learner/exits.ts';
import type { Row } from '../row.ts';

const ROUNDS = 10;
/** At the same time: as many as there are cores on a small machine. */
const AT_ONCE = 2;

type Run = { name: string; right: boolean; reason: string; failure: StartFailure | undefined };

export const exits: Row = {
  number: 12,
  figure: 'What is said of an end: exit, throw, reject, natural',
  target: '240 of 240',
  async measure({ quick, note }) {
    const programs = Array.from({ length: quick ? 1 : ROUNDS }, () => EXITS).flat();
    const next = programs.values();
    const runs: Run[] = [];
    const place = await openPlace(AT_ONCE);
    const work = async () => {
      for (const program of next) {
        runs.push(await run(place, program));
        note(`${runs.length} of ${programs.length}`);
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    } finally {
      await place.close();
    }
    const right = runs.filter((one) => one.right).length;
    return {
      status: right === programs.length ? 'met' : 'missed',
      measured: `${right} of ${programs.length} with the right code, sentence and line`,
      how: `${EXITS.length} programs that end by themselves at start, in buildApp, in a handler or in a timer; the whole sentence is compared, and whether the exit code was 0.`,
      details: { runs },
    };
  },
};

async function run(place: Place, { name, files, expected }: ExitProgram): Promise<Run> {
  const { reason, failure } = await endOf(place, files);
  const sentence = errorMessage(expected.code, { detail: expected.detail });
  const right =
    reason === expected.reason &&
    failure?.code === expected.code &&
    failure.message === sentence &&
    failure.file === expected.file &&
    failure.line === expected.line;
  return { name, right, reason, failure };
}

async function endOf(place: Place, files: Record<string, string>): Promise<Omit<Run, 'name' | 'right'>> {
  const workspace = await place.workspace(files);
  try {
    const api = await place.pool.run({ workspace, entry: 'src/app.ts' });
    fetch(api.url).catch(() => {});
    const { reason, failure } = await api.ended;
    return { reason, failure };
  } catch (error) {
    if (error instanceof StartFailedError) return { reason: 'not started', failure: error.failure };
    throw error;
  }
}
