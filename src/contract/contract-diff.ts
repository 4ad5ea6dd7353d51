import { z } from 'zod';

export const FieldShape = z.strictObject({ type: z.string(), required: z.boolean() });
export type FieldShape = z.infer<typeof FieldShape>;

/** A field of a request body or of what is answered, planned against built. `drift` is empty where they agree. */
export const ContractField = z.strictObject({
  where: z.enum(['request', 'response']),
  name: z.string(),
  planned: FieldShape.nullable(),
  built: FieldShape.nullable(),
  /** For people: "is a string, the plan says integer". */
  drift: z.string(),
});
export type ContractField = z.infer<typeof ContractField>;

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
  /** Only where the document of the API describes bodies: most frameworks do not without schemas. */
  fields: z.array(ContractField).default([]),
  /** `built`: those that its document names and 2xx that it answered. */
  statuses: z
    .strictObject({ planned: z.array(z.number().int()), built: z.array(z.number().int()) })
    .default({ planned: [], built: [] }),
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
