import { z } from 'zod';
import { Id, SchemaVersion, WorkspacePath } from './ids.ts';
import { Lab } from './lab.ts';

/** The frontmatter of `lesson.md`. */
export const LessonFrontmatter = z.strictObject({
  id: Id.describe('Equals the name of the folder.'),
  title: z.string().min(1).max(80).describe('What learners read above the text.'),
  summary: z.string().min(1).max(300).describe('One sentence for lists and search.'),
  minutes: z.number().int().min(1).max(60).describe('How long a learner needs.'),
  goals: z.array(z.string().min(1)).min(1).max(6).describe('What the learner can do afterwards.'),
  inherits: z
    .string()
    .optional()
    .describe('`lesson:<id>` (its solution) or `template:<name>`. Default: the solution of the lesson before.'),
  open: z.array(WorkspacePath).default([]).describe('Files to open in tabs at first; the first one is in front.'),
  startsAs: z
    .enum(['runs', 'no-app', 'broken'])
    .default('runs')
    .describe('What the starter does: runs, has no API yet (plan lessons), or is broken on purpose.'),
  lab: Lab.prefault({}).describe('What the workbench sets beside the API for this lesson.'),
  invalidates: z.number().int().min(0).default(0).describe('Raise it when stored work of this lesson is out of date.'),
});
export type LessonFrontmatter = z.infer<typeof LessonFrontmatter>;

/** One part of a lesson's text, in order. `markdown` holds the text without the task's heading. */
export const LessonBlock = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('prose'), markdown: z.string() }),
  z.strictObject({ type: z.literal('task'), id: Id, title: z.string(), markdown: z.string() }),
]);
export type LessonBlock = z.infer<typeof LessonBlock>;

/** `hints.yaml`: for each check id two or three levels, from a nudge to nearly there. */
export const HintsFile = z.strictObject({
  schemaVersion: SchemaVersion,
  hints: z
    .record(Id, z.array(z.string().min(1)).min(2).max(3))
    .describe('Check id to its hints, in the order in which they are shown. None holds a line of the solution.'),
});
export type HintsFile = z.infer<typeof HintsFile>;

/** `quiz.yaml`: questions with exactly one right answer, each wrong one explained. */
export const QuizFile = z.strictObject({
  schemaVersion: SchemaVersion,
  questions: z
    .array(
      z.strictObject({
        id: Id.describe('Names the question; a `quiz` check asks for it.'),
        question: z.string().min(1).describe('What is asked.'),
        answers: z
          .array(
            z.strictObject({
              id: Id.describe('Names the answer; a mutant may give it.'),
              text: z.string().min(1).describe('What the learner chooses.'),
              correct: z.boolean().default(false).describe('true for the one right answer of the question.'),
              because: z.string().min(1).describe('Why this answer is right or wrong.'),
            }),
          )
          .min(2)
          .max(6)
          .describe('What can be chosen; exactly one is right.'),
      }),
    )
    .min(1)
    .describe('Shown in this order.'),
});
export type QuizFile = z.infer<typeof QuizFile>;

/** `<track>/mutants/<id>/mutant.yaml`: a wrong solution that proves checks. */
export const MutantFile = z.strictObject({
  schemaVersion: SchemaVersion,
  title: z.string().min(1).max(120).describe('The mistake in one line.'),
  teaches: z.string().min(1).describe('Why it is a mistake, for the learner.'),
  fails: z
    .array(Id)
    .min(1)
    .describe(
      'Exactly the checks that do not pass on this mutant: failed, error, or blocked by one that does not hold.',
    ),
  answers: z.record(Id, Id).optional().describe('Quiz answers (question id to answer id) that this mutant gives.'),
});
export type MutantFile = z.infer<typeof MutantFile>;
