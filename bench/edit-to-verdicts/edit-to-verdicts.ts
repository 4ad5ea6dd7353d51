import { fileURLToPath } from 'node:url';
import { openSession, signIn } from '../../e2e/hosts/workbench-client.ts';
import { startWorkbench } from '../../e2e/hosts/workbench-server.ts';
import { atMost, type Bench, type BenchOptions, type BenchResult } from '../bench.ts';
import { COURSE, sourceOf } from '../edit-to-live/edited-api.ts';
import { figuresOf } from '../figures.ts';
import { betweenEdits, untilOpened } from '../pace.ts';

const LESSON = 'ten-checks';
const CHECKS = 10;
/** Edits before the measured ones. */
const WARM_UP = 3;

/** From the call of `session.edit` to the event with the verdicts of all ten HTTP checks, each of which must hold. */
export const editToVerdicts: Bench = {
  name: 'edit-to-verdicts',
  about: 'from an edit to all verdicts of a lesson with 10 HTTP checks',
  rounds: { full: 30, quick: 5 },
  measure,
};

async function measure({ rounds, note }: BenchOptions): Promise<BenchResult> {
  const server = await startWorkbench({ course: fileURLToPath(COURSE), pages: false });
  try {
    const session = await openSession(await signIn(server.url), LESSON);
    await untilOpened(session);
    const samples: number[] = [];
    for (let edit = 1; edit <= WARM_UP + rounds; edit += 1) {
      const text = await sourceOf(edit);
      const start = performance.now();
      const done = session.checked(edit);
      await session.edit(text);
      const { verdicts } = await done;
      const ms = performance.now() - start;
      if (edit > WARM_UP) samples.push(ms);
      const held = verdicts.filter(({ status }) => status === 'passed').length;
      if (held !== CHECKS) throw new Error(`${held} of ${CHECKS} checks hold after edit ${edit}.`);
      note(`edit ${edit}`);
      await betweenEdits();
    }
    session.leave();
    const series = { routewright: figuresOf(samples) };
    return { series, judged: [atMost('p50', series.routewright.p50, 100, 'ms')] };
  } finally {
    await server.stop();
  }
}
