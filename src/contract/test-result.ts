import { z } from 'zod';
import { WorkspacePath } from './ids.ts';

export const TestResult = z.strictObject({
  name: z.string().max(400).describe('With the names of its suites in front, joined by " › ".'),
  file: WorkspacePath,
  line: z.number().int().min(1).optional(),
  status: z.enum(['passed', 'failed', 'skipped']),
  ms: z.number(),
  message: z.string().max(4_000).optional().describe('Why it failed, without a stack.'),
});
export type TestResult = z.infer<typeof TestResult>;

/** Line numbers from 1. Lines without code are in neither list. */
export const FileCoverage = z.strictObject({
  path: WorkspacePath,
  covered: z.array(z.number().int().min(1)),
  missed: z.array(z.number().int().min(1)),
});
export type FileCoverage = z.infer<typeof FileCoverage>;

/** How often the engine ran each stretch of a file's text, the wider one first: start, end (exclusive), count. */
export const CountedRanges = z.strictObject({
  path: WorkspacePath,
  ranges: z.array(z.tuple([z.number().int().min(0), z.number().int().min(0), z.number().int().min(0)])).max(2_000),
});
export type CountedRanges = z.infer<typeof CountedRanges>;
