import { z } from 'zod';
import { AttackName } from './attack.ts';
import { HttpStep } from './http-step.ts';
import { HttpMethod, Id, PathGlob, SchemaVersion, WorkspacePath } from './ids.ts';
import { ExpectedJson } from './matcher.ts';
import { OpenApiRule } from './openapi-rule.ts';
import { PlanRule } from './plan-rule.ts';

const steps = {
  steps: z
    .array(HttpStep)
    .min(1)
    .max(20)
    .describe('Done one after the other; the first that does not get what it expects ends it.'),
  fresh: z
    .boolean()
    .default(false)
    .describe('Runs on an API of its own, untouched by other checks. Implied by a step with `restart`.'),
};

const base = {
  id: Id.describe('Names the check; hints and mutants do so, too.'),
  title: z.string().min(1).max(100).describe('What holds, in one line: "POST answers 201".'),
  message: z.string().min(1).describe("What should be true, in the learner's terms; shown when it does not hold."),
  task: Id.optional().describe('The task in lesson.md that this check ticks.'),
  severity: z.enum(['required', 'advice']).default('required').describe('advice informs and does not block.'),
  needs: Id.optional().describe('A check that must hold first; while it does not, this one is not run.'),
};

/** One check, by `kind`. */
export const Check = z.discriminatedUnion('kind', [
  z
    .strictObject({ ...base, kind: z.literal('http'), ...steps })
    .describe('Sends requests to the running API, one after the other. Holds when each answer is what is expected.'),
  z
    .strictObject({
      ...base,
      kind: z.literal('attack'),
      attack: AttackName.describe('Which attack this is; learners see its title and its source.'),
      ...steps,
      loot: z
        .record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), z.string())
        .default({})
        .describe('Name to source, as in `capture`: what the attacker carries away, read from any answer that has it.'),
      gain: z
        .string()
        .min(1)
        .describe(
          'What the attacker has when some step does not get what it expects. `{{name}}` is loot or captured; pages of the course show its name instead, `{{dueDate}}` as "[due date]".',
        ),
      safe: z.string().min(1).describe('What stopped the attacker when every step gets what it expects.'),
    })
    .describe('Attacks the running API. The steps expect what a safe API answers; holds when every step gets that.'),
  z
    .strictObject({
      ...base,
      kind: z.literal('plan'),
      rules: z.array(PlanRule).min(1).describe('What the plan must satisfy: each of them.'),
    })
    .describe('Reads plan.yaml. Holds when it satisfies the rules.'),
  z
    .strictObject({
      ...base,
      kind: z.literal('contract'),
      operations: z
        .array(
          z.strictObject({
            method: HttpMethod,
            path: z.string().startsWith('/').describe('With the base path: /api/v1/books/{id}.'),
          }),
        )
        .optional()
        .describe('Planned operations in scope, with the base path. Default: the whole plan.'),
      extra: z.enum(['allowed', 'refused']).default('allowed').describe('Routes that nobody planned.'),
      fields: z
        .boolean()
        .default(false)
        .describe('The fields of bodies, as the document of the API describes them, are judged too.'),
    })
    .describe('Compares plan.yaml with the running API. Holds when nothing planned is missing and nothing drifted.'),
  z
    .strictObject({
      ...base,
      kind: z.literal('quiz'),
      questions: z.array(Id).min(1).describe('Questions of quiz.yaml that must be answered rightly.'),
    })
    .describe('Holds when its questions of quiz.yaml are answered rightly.'),
  z
    .strictObject({
      ...base,
      kind: z.literal('openapi'),
      document: z
        .enum(['built', 'planned'])
        .default('built')
        .describe('built: the document of the running API. planned: the one that plan.yaml becomes.'),
      rules: z.array(OpenApiRule).min(1).describe('Rules of style that the document keeps.'),
    })
    .describe('Reads an OpenAPI document. Holds when it keeps rules of style.'),
  z
    .strictObject({
      ...base,
      kind: z.literal('learner-tests'),
      files: PathGlob.default('test/**/*.test.ts').describe('Glob of the test files.'),
      atLeast: z.number().int().min(1).default(1).describe('How many tests there must be.'),
      planted: z.array(Id).default([]).describe('Planted bugs that at least one test must catch.'),
      coverage: z
        .strictObject({
          lines: z.number().min(1).max(100).describe('In percent.'),
          files: z.array(WorkspacePath).min(1).describe('Of which files, taken together.'),
        })
        .optional()
        .describe('Least part of the lines, in percent, that the tests run through.'),
    })
    .describe(
      "Runs the learner's own tests. Holds when none fails on the right solution and each planted bug is caught.",
    ),
  z
    .strictObject({
      ...base,
      kind: z.literal('source'),
      files: PathGlob.default('src/**/*.ts').describe('Glob of the files that are looked at.'),
      query: z
        .string()
        .describe('An esquery selector over the ESTree of the files, types taken away. No regular expressions.'),
      atLeast: z.number().int().min(0).default(0).describe('How many places must be found. 0: none is fine.'),
      atMost: z.number().int().min(0).optional().describe('How many may be found. 0: none. Default: any number.'),
    })
    .describe('Looks into the syntax of the code. The last resort: for what no behaviour shows.'),
  z
    .strictObject({
      ...base,
      kind: z.literal('file'),
      file: WorkspacePath.describe('A file that is no program: a workflow, package.json, a Containerfile.'),
      content: z
        .array(ExpectedJson)
        .default([])
        .describe('Of a .json, .yml or .yaml file: JSON subsets with matchers, each of which holds.'),
      lines: z
        .array(ExpectedJson)
        .default([])
        .describe(
          'Of any file: each matches some line, as a text or by matchers such as `$glob`. Comments are no lines.',
        ),
      without: z.array(ExpectedJson).default([]).describe('None of these matches any line.'),
    })
    .refine(({ content, lines, without }) => content.length + lines.length + without.length > 0, {
      message: 'at least one of content, lines, without',
    })
    .describe(
      'Reads a file that is no program, such as a workflow. Holds when its data or its lines are what is expected.',
    ),
  z
    .strictObject({
      ...base,
      kind: z.literal('decision'),
      scenario: Id.describe('A scenario of decision.yaml.'),
      accepts: z.array(Id).min(1).describe('Options that can be defended.'),
      reasons: z.array(Id).min(1).describe('Criteria that speak for them.'),
      atLeast: z.number().int().min(1).default(1).describe('How many of these the learner must name.'),
      atMost: z
        .number()
        .int()
        .min(1)
        .optional()
        .describe('How many criteria may be named at all: who names every one has not decided.'),
    })
    .describe(
      'Reads one scenario of decision.yaml. Holds when the choice can be defended and the reasons speak for it.',
    ),
]);
export type Check = z.infer<typeof Check>;
export type HttpCheck = Extract<Check, { kind: 'http' }>;
export type PlanCheck = Extract<Check, { kind: 'plan' }>;
export type ContractCheck = Extract<Check, { kind: 'contract' }>;
export type AttackCheck = Extract<Check, { kind: 'attack' }>;
export type OpenApiCheck = Extract<Check, { kind: 'openapi' }>;
export type LearnerTestsCheck = Extract<Check, { kind: 'learner-tests' }>;
export type SourceCheck = Extract<Check, { kind: 'source' }>;
export type FileCheck = Extract<Check, { kind: 'file' }>;
export type DecisionCheck = Extract<Check, { kind: 'decision' }>;
export type QuizCheck = Extract<Check, { kind: 'quiz' }>;

/** `checks.yaml`. */
export const ChecksFile = z.strictObject({
  schemaVersion: SchemaVersion,
  checks: z
    .array(Check)
    .min(1)
    .describe(
      'Shown in this order. `http`, `attack` and `openapi` checks that share one API take turns in this order, except that one with `needs` takes its turn only once the check that it needs holds, which may be after later ones. `contract` checks come last.',
    ),
});
export type ChecksFile = z.infer<typeof ChecksFile>;
