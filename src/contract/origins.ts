import { z } from 'zod';
import { HttpMethod } from './ids.ts';

/**
 * What the workbench's page and the pages of other origins (`LabState.origins`) say to each other with postMessage.
 * The workbench embeds such a page in an iframe, waits for its `load`, and posts an `OriginRequest` with exactly that
 * page's origin as the target. The page does a real `fetch`, preflight and all, and posts an `OriginAnswer` back to the
 * workbench's origin. Each side takes messages of the other's window and origin only.
 */
export const OriginRequest = z.strictObject({
  type: z.literal('fetch'),
  /** Comes back with the answer. */
  id: z.string().min(1).max(64),
  method: HttpMethod,
  url: z.url({ protocol: /^https?$/ }).describe("Absolute, on this machine: the address of the learner's API."),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
  /** `include`: with cookies, as `fetch` calls it. */
  credentials: z.enum(['omit', 'include']).default('omit'),
});
export type OriginRequest = z.infer<typeof OriginRequest>;

/** What the browser let the page see. Of an answer that it kept back, a page learns nothing but that. */
export const OriginOutcome = z.union([
  z.strictObject({
    ok: z.boolean(),
    status: z.number().int(),
    /** Those that the API exposes, and the few that are always visible. */
    headers: z.record(z.string(), z.string()),
    /** At most 100,000 characters. */
    body: z.string(),
  }),
  z.strictObject({ blocked: z.string().describe('The words of the browser.') }),
]);
export type OriginOutcome = z.infer<typeof OriginOutcome>;

export const OriginAnswer = z.strictObject({
  type: z.literal('answer'),
  id: z.string().max(64),
  /** Where the page lives, as the API saw it in `Origin`. */
  origin: z.string(),
  ms: z.number(),
  outcome: OriginOutcome,
});
export type OriginAnswer = z.infer<typeof OriginAnswer>;
