import { z } from 'zod';
import { ErrorCode } from './errors.ts';
import type { Json } from './ids.ts';
import { isWithin } from './json-size.ts';
import { LIMITS } from './limits.ts';
import { CountedRanges, TestResult } from './test-result.ts';

/**
 * The protocol between the server and a learner's process: both directions, once.
 * Whatever comes from the process is untrusted and parsed with `FromSandbox`.
 */

/**
 * A TypeScript file of the workspace as JavaScript, every character that is left in its place; or what the parser said
 * of it, with the place in front of the stack.
 */
export const StrippedFile = z.union([
  z.strictObject({ code: z.string() }),
  z.strictObject({ refused: z.strictObject({ code: z.string(), message: z.string(), stack: z.string() }) }),
]);
export type StrippedFile = z.infer<typeof StrippedFile>;

/** One program against which a process runs the learner's tests: a folder of its own below the process's. */
export const TestVariant = z.strictObject({
  workspace: z.string().describe('Absolute path.'),
  /** As in `run`. */
  stripped: z.record(z.string(), StrippedFile),
  /** Names of tests (joined by " › ") that are left out, since they hang. */
  skip: z.array(z.string()),
  /** Whether the lines that run are counted. */
  coverage: z.boolean(),
  /** Set before any of the learner's code is loaded. */
  env: z.record(z.string(), z.string()).default({}),
  /** A test that hangs ends the variant and its process, since more would follow. */
  endsAtHang: z.boolean(),
});
export type TestVariant = z.infer<typeof TestVariant>;

/**
 * Server to process: `run` loads the workspace and listens, sent once unless it says `several`; `ping` is answered while
 * the event loop turns.
 */
export const ToSandbox = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('run'),
    workspace: z.string().describe('Absolute path.'),
    entry: z.string(),
    /** By path relative to the workspace. What is not here is read from the disk. */
    stripped: z.record(z.string(), StrippedFile),
    /** Set before any of the learner's code is loaded. */
    env: z.record(z.string(), z.string()).default({}),
    /** The process may serve other programs after this one. Never for code of a learner's. */
    several: z.boolean().default(false),
  }),
  /** Ends a program of several; answered with `ended`, or with the end of the process. */
  z.strictObject({ type: z.literal('end') }),
  /** Runs the learner's tests against each variant in turn; sent once, instead of `run`. */
  z.strictObject({
    type: z.literal('test'),
    variants: z.array(TestVariant).min(1),
    files: z.array(z.string()).min(1).describe('Test files, relative to each variant.'),
  }),
  z.strictObject({ type: z.literal('ping') }),
]);
export type ToSandbox = z.infer<typeof ToSandbox>;

/** A route as the framework registered it. `file` is relative to the workspace, `line` counts from 1. */
export const Route = z.strictObject({
  method: z.string().max(16),
  /** With parameters in braces, as in OpenAPI: /books/{id}. */
  path: z.string().max(2_000),
  file: z.string().max(400).optional(),
  line: z.number().int().min(1).optional(),
});
export type Route = z.infer<typeof Route>;

/** An OpenAPI document, opaque here: readers narrow what they use. Whoever takes one from outside has parsed it as JSON. */
export type OpenApiDocument = { [key: string]: Json };
export const OpenApiDocument = z.custom<OpenApiDocument>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'an object',
);

/** A document that a learner's process made: not larger than the workbench can show without being held up. */
export const BuiltDocument = OpenApiDocument.refine(
  (document) => isWithin(document, { parts: LIMITS.documentParts, depth: LIMITS.documentDepth }),
  'a smaller document',
);

/** One answered request of the learner's API. `at` in epoch ms, `ms` is its duration. */
export const Traffic = z.strictObject({
  at: z.number(),
  method: z.string().max(16),
  url: z.string().max(2_000),
  /** The route's pattern with braces, if one matched. */
  route: z.string().max(2_000).optional(),
  status: z.number().int(),
  ms: z.number(),
});
export type Traffic = z.infer<typeof Traffic>;

export const StartFailure = z.strictObject({
  code: ErrorCode,
  message: z.string().max(4_000),
  /** Relative to the workspace. */
  file: z.string().max(400).optional(),
  line: z.number().int().min(1).optional(),
  column: z.number().int().min(1).optional(),
});
export type StartFailure = z.infer<typeof StartFailure>;

/**
 * When a process had come so far with its run, in ms of the machine's monotonic clock, which all processes share.
 * For benchmarks: nothing is decided by what a process claims here.
 */
export const StartTimings = z
  .strictObject({
    received: z.number(),
    entered: z.number(),
    loaded: z.number(),
    built: z.number(),
    listening: z.number(),
    documented: z.number(),
  })
  .partial();
export type StartTimings = z.infer<typeof StartTimings>;

/** Process to server. */
export const FromSandbox = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rehearsed') }),
  z.strictObject({ type: z.literal('pong') }),
  z.strictObject({
    type: z.literal('ready'),
    port: z.number().int().min(1).max(65_535),
    tls: z.boolean().default(false).describe('The API speaks HTTPS.'),
    plainPort: z.number().int().min(1).max(65_535).optional().describe('Where `buildRedirect` listens.'),
    openapi: BuiltDocument.nullable(),
    routes: z.array(Route).max(LIMITS.routes),
    timings: StartTimings.optional(),
  }),
  z.strictObject({ type: z.literal('failed'), failure: StartFailure }),
  /** The program is gone, and the process is as it was before. */
  z.strictObject({ type: z.literal('ended') }),
  z.strictObject({
    type: z.literal('traffic'),
    entries: z.array(Traffic).max(2_000),
    dropped: z.number().int().min(0),
  }),
  /** `variant` counts from 0 in the order of the command. Sent before a test's code runs: if the process ends, it was this one. */
  z.strictObject({
    type: z.literal('test-begun'),
    variant: z.number().int().min(0),
    test: TestResult.pick({ name: true, file: true, line: true }),
  }),
  z.strictObject({ type: z.literal('test-ended'), variant: z.number().int().min(0), result: TestResult }),
  /** A variant is through. `failure`: its tests could not be run. */
  z.strictObject({
    type: z.literal('tested'),
    variant: z.number().int().min(0),
    ms: z.number(),
    failure: StartFailure.optional(),
    counted: z.array(CountedRanges).max(LIMITS.workspaceFiles).optional(),
  }),
]);
export type FromSandbox = z.infer<typeof FromSandbox>;

/** `src/sandbox/<runtime>/runtime.json`: how the server starts a runtime without knowing what is in it. */
export const RuntimeDescriptor = z.strictObject({
  id: z.string(),
  command: z.literal('node').describe('Which pinned binary runs it.'),
  main: z.string().describe('Program, relative to the descriptor.'),
  packages: z.array(z.string()).describe('What learners may import beside the runtime itself.'),
  types: z.array(z.string()).describe('Packages whose type declarations the editor loads.'),
});
export type RuntimeDescriptor = z.infer<typeof RuntimeDescriptor>;

/** `out/sandbox/<runtime>/packages.json`: the packages in fewer files. What it names is good for these versions only. */
export const BundledPackages = z.strictObject({
  versions: z.record(z.string(), z.string()).describe('Package to its version.'),
  modules: z.record(z.string(), z.string()).describe('What is imported to its file, relative to this one.'),
});
export type BundledPackages = z.infer<typeof BundledPackages>;
