import { z } from 'zod';
import { HttpMethod, HttpStatus, Id, Json } from './ids.ts';
import { PlanRule } from './plan-rule.ts';

/** What a header must be: present, absent, equal, or matching a glob (`*` any text; no regular expressions from a pack). */
export const HeaderExpectation = z.union([
  z.string().describe('The exact value.'),
  z.strictObject({ present: z.boolean() }),
  z.strictObject({ glob: z.string().describe('`*` stands for any text.') }),
  z.strictObject({ includes: z.string() }),
]);
export type HeaderExpectation = z.infer<typeof HeaderExpectation>;

export const HttpRequestSpec = z.strictObject({
  method: HttpMethod.default('GET'),
  path: z
    .string()
    .regex(/^(\/|\{\{)/, 'a path such as "/books", or a captured one such as "{{location}}"')
    .describe('Path with query. `{{name}}` is replaced by a captured value.'),
  headers: z.record(z.string(), z.string()).default({}),
  body: Json.optional().describe('Sent as JSON with content-type application/json.'),
  rawBody: z.string().optional().describe('Sent as it is; set content-type yourself.'),
});
export type HttpRequestSpec = z.infer<typeof HttpRequestSpec>;

export const HttpExpectation = z.strictObject({
  status: z.union([HttpStatus, z.array(HttpStatus).min(1)]).optional(),
  headers: z.record(z.string(), HeaderExpectation).optional(),
  body: Json.optional().describe('A JSON subset. Objects may use matchers: see core/check/match.ts.'),
  schema: z.record(z.string(), Json).optional().describe('A JSON Schema (2020-12) that the body satisfies.'),
  openapi: z.boolean().optional().describe('true: the response matches what your OpenAPI document says.'),
  within: z.number().int().min(1).optional().describe('Milliseconds until the last byte.'),
});
export type HttpExpectation = z.infer<typeof HttpExpectation>;

export const HttpStep = z.strictObject({
  request: HttpRequestSpec,
  expect: HttpExpectation.default({}),
  capture: z
    .record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), z.string())
    .optional()
    .describe('Name to source: `body.data.id`, `header.location` or `status`.'),
  repeat: z.number().int().min(1).max(200).default(1).describe('Send it this many times; each must satisfy `expect`.'),
  parallel: z.boolean().default(false).describe('With `repeat`: send all at once.'),
});
export type HttpStep = z.infer<typeof HttpStep>;

const base = {
  id: Id,
  title: z.string().min(1).max(100).describe('What holds, in one line: "POST answers 201".'),
  message: z.string().min(1).describe("What should be true, in the learner's terms; shown when it does not hold."),
  task: Id.optional().describe('The task in lesson.md that this check ticks.'),
  severity: z.enum(['required', 'advice']).default('required').describe('advice informs and does not block.'),
  needs: Id.optional().describe('A check that must hold first; while it does not, this one is not run.'),
};

/** One check, by `kind`. */
export const Check = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('http'), steps: z.array(HttpStep).min(1).max(20) }),
  z.strictObject({ ...base, kind: z.literal('plan'), rules: z.array(PlanRule).min(1) }),
  z.strictObject({
    ...base,
    kind: z.literal('contract'),
    operations: z
      .array(z.strictObject({ method: HttpMethod, path: z.string().startsWith('/') }))
      .optional()
      .describe('Planned operations in scope, with the base path. Default: the whole plan.'),
    extra: z.enum(['allowed', 'refused']).default('allowed').describe('Routes that nobody planned.'),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('quiz'),
    questions: z.array(Id).min(1).describe('Questions of quiz.yaml that must be answered rightly.'),
  }),
]);
export type Check = z.infer<typeof Check>;
export type HttpCheck = Extract<Check, { kind: 'http' }>;
export type PlanCheck = Extract<Check, { kind: 'plan' }>;
export type ContractCheck = Extract<Check, { kind: 'contract' }>;
export type QuizCheck = Extract<Check, { kind: 'quiz' }>;

/** `checks.yaml`. */
export const ChecksFile = z.strictObject({ schemaVersion: z.literal(1), checks: z.array(Check).min(1) });
export type ChecksFile = z.infer<typeof ChecksFile>;
