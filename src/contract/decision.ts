import { z } from 'zod';
import { Id } from './ids.ts';

/** `decision.yaml` in a workspace: a table that the learner fills, one row for each scenario. */
export const Decision = z.strictObject({
  options: z
    .array(z.strictObject({ id: Id, title: z.string().min(1).max(60) }))
    .min(2)
    .max(8),
  criteria: z
    .array(z.strictObject({ id: Id, title: z.string().min(1).max(80) }))
    .min(2)
    .max(12),
  scenarios: z
    .array(
      z.strictObject({
        id: Id,
        title: z.string().min(1).max(80),
        story: z.string().min(1).max(600),
        choice: z
          .union([Id, z.literal('')])
          .default('')
          .describe('The id of an option; empty: not decided yet.'),
        because: z.array(Id).default([]).describe('Ids of the criteria that decided.'),
      }),
    )
    .min(1)
    .max(8),
});
export type Decision = z.infer<typeof Decision>;

/** Where it stands in a workspace. */
export const DECISION_PATH = 'decision.yaml';
