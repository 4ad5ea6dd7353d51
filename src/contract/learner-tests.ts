import { z } from 'zod';
import { Id, SchemaVersion } from './ids.ts';
import { StartFailure } from './sandbox.ts';
import { FileCoverage, TestResult } from './test-result.ts';

/** `<track>/planted/<id>/planted.yaml`: a bug planted into the solution, which the learner's tests must catch. */
export const PlantedFile = z.strictObject({
  schemaVersion: SchemaVersion,
  title: z.string().min(1).max(120).describe('The bug in one line, as a user would report it.'),
  teaches: z.string().min(1).describe('What kind of test catches it; shown when it survived.'),
});
export type PlantedFile = z.infer<typeof PlantedFile>;

/** One planted bug: the lines that differ from the right code, and whether the learner's tests noticed. */
export const PlantedResult = z.strictObject({
  id: Id,
  title: z.string(),
  diff: z.string().max(8_000).describe('As a unified diff.'),
  status: z.enum(['waiting', 'caught', 'survived', 'error']),
  /** Names of the tests that failed on it. */
  by: z.array(z.string()).default([]),
  /** With `survived` only. */
  teaches: z.string().optional(),
});
export type PlantedResult = z.infer<typeof PlantedResult>;

/** The learner's own tests of one revision, as far as they have come. */
export const TestRun = z.strictObject({
  status: z.enum(['idle', 'running', 'done']),
  revision: z.number().int(),
  /** Run against the learner's own code. */
  tests: z.array(TestResult).max(500),
  coverage: z.array(FileCoverage).max(200),
  planted: z.array(PlantedResult).max(50),
  /** Tests that fail on the lesson's right solution: they reject right code, and catch no bug. */
  rejects: z.array(TestResult).max(500).optional(),
  /** Why nothing could be run. */
  failure: StartFailure.optional(),
  ms: z.number().optional(),
});
export type TestRun = z.infer<typeof TestRun>;
