import { z } from 'zod';
import { Id } from './ids.ts';

/** `decision.yaml` in a workspace: a table that the learner fills, one row for each scenario. */
export const Decision = z.strictObject({
  options: z
    .array(z.strictObject({ id: Id, title: z.string().min(1).max(60).describe('What the learner reads.') }))
    .min(2)
    .max(8)
    .describe('What can be chosen.'),
  criteria: z
    .array(z.strictObject({ id: Id, title: z.string().min(1).max(80).describe('What the learner reads.') }))
    .min(2)
    .max(12)
    .describe('What can speak for an option.'),
  scenarios: z
    .array(
      z.strictObject({
        id: Id,
        title: z.string().min(1).max(80).describe('The heading of its row.'),
        story: z.string().min(1).max(600).describe('Who needs what, by when, and what is given.'),
        choice: z
          .union([Id, z.literal('')])
          .default('')
          .describe('The id of an option; empty: not decided yet.'),
        because: z.array(Id).default([]).describe('Ids of the criteria that decided.'),
      }),
    )
    .min(1)
    .max(8)
    .describe('The rows of the table: in each one option is chosen.'),
});
export type Decision = z.infer<typeof Decision>;

/** Where it stands in a workspace. */
export const DECISION_PATH = 'decision.yaml';
