import type { AttackReport } from '../../contract/attack.ts';
import type { AttackCheck } from '../../contract/check.ts';
import type { HttpStep } from '../../contract/http-step.ts';
import { LIMITS } from '../../contract/limits.ts';
import type { StartFailure } from '../../contract/sandbox.ts';
import { attackText } from '../../core/attack/attack-text.ts';
import { type Captured, capture } from '../../core/check/capture.ts';
import { evidenceOf } from '../../core/check/evidence.ts';
import { StartFailedError } from '../sandbox/start-failed-error.ts';
import { type Bench, type BenchMaker, openBench } from './bench.ts';
import { withResolvedLocation } from './resolved-location.ts';
import { type Exchange, runSteps, type StepsEnd } from './run-steps.ts';

/** Exchanges of one report. */
const MOST = 40;

/**
 * Runs one attack against an API of its own and tells the whole of it: every exchange, and what the attacker has or what
 * stopped them. Takes at most LIMITS.checkRunMs. Throws the signal's reason when aborted.
 */
export async function runAttack(check: AttackCheck, maker: BenchMaker, signal: AbortSignal): Promise<AttackReport> {
  signal.throwIfAborted();
  let bench: Bench;
  try {
    bench = await openBench(maker);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof StartFailedError)) throw error;
    return { checkId: check.id, outcome: 'error', gain: whyNot(error.failure), exchanges: [] };
  }
  const transcript = new Transcript(check.loot);
  try {
    const end = await runSteps(check.steps, {
      bench,
      signal: AbortSignal.any([signal, AbortSignal.timeout(LIMITS.checkRunMs)]),
      observed: [],
      onExchange: (step, exchange) => transcript.add(step, exchange),
    });
    signal.throwIfAborted();
    return reportOf(check, end, transcript);
  } finally {
    void bench.close();
  }
}

function reportOf(check: AttackCheck, end: StepsEnd, transcript: Transcript): AttackReport {
  const values = { ...end.values, ...transcript.loot };
  const report = (outcome: AttackReport['outcome'], gain: string): AttackReport => ({
    checkId: check.id,
    outcome,
    gain,
    exchanges: transcript.exchanges(outcome === 'succeeded'),
  });
  if (end.end === 'held') return report('stopped', attackText(check.safe, values));
  if (end.end === 'differs') return report('succeeded', attackText(check.gain, values));
  if (!end.isDown) return report('error', end.error.message);
  return report('succeeded', `Your API is down: nobody gets an answer any more. ${end.error.message}`);
}

type Entry = AttackReport['exchanges'][number];

/** What was sent and answered, each step once however often it was repeated, and what the attacker found in the answers. */
class Transcript {
  readonly loot: Captured = {};
  readonly #sources: Record<string, string>;
  readonly #entries = new Map<HttpStep, Entry>();

  constructor(sources: Record<string, string>) {
    this.#sources = sources;
  }

  add(step: HttpStep, exchange: Exchange): void {
    const { request = exchange.request, response } = evidenceOf([], exchange);
    // What was sent at once was sent, whichever answer is looked at.
    const times = step.parallel ? step.repeat : (this.#entries.get(step)?.times ?? 0) + 1;
    const label = step.label === undefined ? {} : { label: step.label };
    this.#entries.set(step, { ...label, request, ...(response && { response }), times, decisive: false });
    // The last answer that has something is the one that counts: it is where an attack that gets through ends.
    if (!step.request || !exchange.response) return;
    const answer = withResolvedLocation(exchange.response, exchange.request.path);
    Object.assign(this.loot, capture(this.#sources, answer).values);
  }

  exchanges(gotThrough: boolean): Entry[] {
    const entries = [...this.#entries.values()].slice(-MOST);
    return entries.map((entry, index) => ({ ...entry, decisive: gotThrough && index === entries.length - 1 }));
  }
}

function whyNot({ message, file, line }: StartFailure): string {
  const place = file === undefined ? '' : ` (${file}${line === undefined ? '' : `:${line}`})`;
  return `There is nothing to attack: ${message}${place}`;
}
