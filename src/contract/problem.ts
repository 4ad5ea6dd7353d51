import { z } from 'zod';
import { ErrorCode } from './errors.ts';

/** Something wrong in a file, for a person: which code, where, what was expected, what to do. Lines and columns from 1. */
export const Problem = z.strictObject({
  code: ErrorCode,
  message: z.string(),
  file: z.string().optional(),
  line: z.number().int().min(1).optional(),
  column: z.number().int().min(1).optional(),
  path: z.string().optional().describe('Where in the data: checks[2].steps[0].expect.status'),
  expected: z.string().optional(),
  nearest: z.string().optional().describe('The known key or id that is nearest to what was written.'),
});
export type Problem = z.infer<typeof Problem>;
