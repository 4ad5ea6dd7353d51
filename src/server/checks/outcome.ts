import type { RoutewrightError } from '../../contract/errors.ts';
import type { Evidence, Mismatch } from '../../contract/evidence.ts';
import { evidenceOf } from '../../core/check/evidence.ts';
import { reasonOf } from '../../core/check/verdict.ts';

/** What judging a check comes to; the run adds the check's id and the time it took. */
export type Outcome = { status: 'passed' | 'failed' | 'error'; reason: string; evidence?: Evidence };

/** Passed when nothing differs, else failed with the differences in one line. */
export function judged(mismatches: Mismatch[], exchange: Omit<Evidence, 'mismatches'> = {}): Outcome {
  const evidence = evidenceOf(mismatches, exchange);
  if (mismatches.length === 0) return { status: 'passed', reason: '', evidence };
  return { status: 'failed', reason: reasonOf(mismatches), evidence };
}

/** The check could not be judged; the reason is the error's sentence. */
export function errorOutcome(error: RoutewrightError, exchange: Omit<Evidence, 'mismatches'> = {}): Outcome {
  return { status: 'error', reason: error.message, evidence: evidenceOf([], exchange) };
}
