import { z } from 'zod';
import { Id } from './ids.ts';

/** A request as it was sent. */
export const SentRequest = z.strictObject({
  method: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
});
export type SentRequest = z.infer<typeof SentRequest>;

/** A response as it was received; `body` is cut at `LIMITS.evidenceChars` in evidence. `ms` until the last byte. */
export const ReceivedResponse = z.strictObject({
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  truncated: z.boolean().default(false),
  ms: z.number(),
});
export type ReceivedResponse = z.infer<typeof ReceivedResponse>;

/** One thing that differs: where, what was expected, what was there. All are short texts for people. */
export const Mismatch = z.strictObject({
  at: z.string().describe('`status`, `header location`, `body.data.id`, `plan.resources.books` …'),
  expected: z.string(),
  actual: z.string(),
});
export type Mismatch = z.infer<typeof Mismatch>;

export const Evidence = z.strictObject({
  request: SentRequest.optional(),
  response: ReceivedResponse.optional(),
  mismatches: z.array(Mismatch).default([]),
});
export type Evidence = z.infer<typeof Evidence>;

/**
 * What came of one check.
 * `error`: it could not be judged (API not running, timed out): `reason` says why. `blocked`: the check named by `needs` does not hold.
 */
export const Verdict = z.strictObject({
  checkId: Id,
  status: z.enum(['passed', 'failed', 'error', 'blocked']),
  /** One short line: "500, expected 400 or 422". Empty when passed. */
  reason: z.string(),
  evidence: Evidence.optional(),
  ms: z.number(),
});
export type Verdict = z.infer<typeof Verdict>;
