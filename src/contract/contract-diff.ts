import { z } from 'zod';

/**
 * One operation, planned against built.
 * planned: not built yet. built: agrees. drifted: built, but not as planned (`drift` says how). extra: nobody planned it.
 */
export const ContractRow = z.strictObject({
  method: z.string(),
  /** With the base path and parameters in braces. */
  path: z.string(),
  summary: z.string().optional(),
  state: z.enum(['planned', 'built', 'drifted', 'extra']),
  /** For people: "answers 200, the plan says 201". */
  drift: z.array(z.string()).default([]),
});
export type ContractRow = z.infer<typeof ContractRow>;

export const ContractReport = z.strictObject({
  rows: z.array(ContractRow),
  planned: z.number().int().describe('Operations in the plan.'),
  built: z.number().int(),
  drifted: z.number().int(),
  extra: z.number().int(),
});
export type ContractReport = z.infer<typeof ContractReport>;
