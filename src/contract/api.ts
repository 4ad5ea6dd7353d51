import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { AttackName, AttackReport } from './attack.ts';
import type { Check } from './check.ts';
import { CompareView } from './compare.ts';
import { ReceivedResponse, SentRequest } from './evidence.ts';
import { GlossaryFile } from './glossary.ts';
import { Id, WorkspacePath } from './ids.ts';
import { LessonBlock } from './lesson.ts';
import { Problem } from './problem.ts';
import { QuizReply, SessionEvent, SessionSnapshot, WorkspaceFile } from './session.ts';

const lessonRef = z.strictObject({ lessonId: Id, track: Id });
const session = z.strictObject({ sessionId: z.string().max(64) });
const saved = z.strictObject({ revision: z.number().int(), savedAt: z.number() });

export const LessonStatus = z.enum(['untouched', 'started', 'completed']);
export type LessonStatus = z.infer<typeof LessonStatus>;

/** A course as the learner sees it; a lesson with mistakes in its files is listed with `problems`. */
export const CourseOutline = z.strictObject({
  id: Id,
  title: z.string(),
  summary: z.string(),
  tracks: z.array(z.strictObject({ id: Id, title: z.string(), runtime: z.string() })),
  stages: z.array(
    z.strictObject({
      id: Id,
      title: z.string(),
      summary: z.string(),
      lessons: z.array(
        z.strictObject({
          id: Id,
          title: z.string(),
          summary: z.string(),
          minutes: z.number(),
          status: LessonStatus,
          problems: z.number().int().nullable().describe('Null: nobody has looked yet; `course.checked` does.'),
        }),
      ),
    }),
  ),
  problems: z.array(Problem),
  notices: z.array(Problem).describe('About this workbench itself, such as a progress file that was moved aside.'),
});
export type CourseOutline = z.infer<typeof CourseOutline>;

/** What the learner may know of a check: never how it is judged. */
export const CheckSummary = z.strictObject({
  id: Id,
  kind: z.enum([
    'http',
    'attack',
    'plan',
    'contract',
    'openapi',
    'learner-tests',
    'source',
    'file',
    'decision',
    'quiz',
  ]) satisfies z.ZodType<Check['kind']>,
  /** Which attack it is, for a check of kind `attack`. */
  attack: AttackName.optional(),
  title: z.string(),
  message: z.string(),
  task: Id.optional(),
  severity: z.enum(['required', 'advice']),
  needs: Id.optional(),
  hints: z.number().int().describe('How many levels there are.'),
});
export type CheckSummary = z.infer<typeof CheckSummary>;

export const QuizQuestion = z.strictObject({
  id: Id,
  question: z.string(),
  answers: z.array(z.strictObject({ id: Id, text: z.string() })),
});
export type QuizQuestion = z.infer<typeof QuizQuestion>;

export const LessonView = z.strictObject({
  id: Id,
  title: z.string(),
  summary: z.string(),
  minutes: z.number(),
  goals: z.array(z.string()),
  stage: z.strictObject({ id: Id, title: z.string(), position: z.number().int(), of: z.number().int() }),
  previous: z.strictObject({ id: Id, title: z.string() }).nullable(),
  next: z.strictObject({ id: Id, title: z.string() }).nullable(),
  blocks: z.array(LessonBlock),
  checks: z.array(CheckSummary),
  quiz: z.array(QuizQuestion),
  open: z.array(WorkspacePath),
  compare: CompareView.nullable(),
  problems: z.array(Problem),
});
export type LessonView = z.infer<typeof LessonView>;

export const Version = z.strictObject({
  id: z.string(),
  savedAt: z.number(),
  reason: z.enum(['edit', 'reset', 'outside', 'remove']),
  files: z.array(WorkspacePath),
});
export type Version = z.infer<typeof Version>;

/** The workbench server's API. Every failure is an ORPCError whose `data` is `ApiErrorData`. */
export const api = {
  course: {
    /** At once, however many lessons there are. */
    outline: oc.output(CourseOutline),
    /** The same when every lesson has been read to its end, so that none is without its number of problems. */
    checked: oc.output(CourseOutline),
    /** Every term that lessons link to. */
    glossary: oc.output(GlossaryFile.shape.terms),
  },
  lesson: {
    view: oc.input(lessonRef).output(LessonView),
    /** One hint; `level` from 1. */
    hint: oc
      .input(lessonRef.extend({ checkId: Id, level: z.number().int().min(1).max(3) }))
      .output(z.strictObject({ text: z.string(), level: z.number().int(), of: z.number().int() })),
    /** The whole solution: every file as it would stand in the workspace. */
    solution: oc.input(lessonRef).output(z.array(WorkspaceFile)),
  },
  session: {
    /** Opens the lesson's workspace (made on first use) and starts its API. The same lesson gives the same session. */
    open: oc.input(lessonRef).output(SessionSnapshot),
    /** A snapshot first, then every event until the caller goes away. */
    events: oc
      .input(session)
      .output(
        eventIterator(
          z.union([z.strictObject({ type: z.literal('snapshot'), snapshot: SessionSnapshot }), SessionEvent]),
        ),
      ),
    /**
     * Saves the file, then runs the new revision. `revision` counts up in the renderer; answered when the save is durable.
     * `window` is a name that a window gives itself: what another window typed is kept before it is replaced.
     */
    edit: oc
      .input(
        session.extend({
          path: WorkspacePath,
          text: z.string(),
          revision: z.number().int().min(0),
          window: z.string().max(64).default(''),
        }),
      )
      .output(saved),
    create: oc.input(session.extend({ path: WorkspacePath, text: z.string().default('') })).output(saved),
    rename: oc.input(session.extend({ from: WorkspacePath, to: WorkspacePath })).output(saved),
    remove: oc.input(session.extend({ path: WorkspacePath })).output(saved),
    /** Runs the current files again. */
    run: oc.input(session).output(z.strictObject({ revision: z.number().int() })),
    /** Back to the starter; what stood there is kept as a version. */
    reset: oc.input(session).output(z.strictObject({ undo: z.string(), snapshot: SessionSnapshot })),
    versions: oc.input(session).output(z.array(Version)),
    restore: oc.input(session.extend({ version: z.string().max(80) })).output(SessionSnapshot),
    answer: oc.input(session.extend({ questionId: Id, answerId: Id })).output(QuizReply),
    /** Runs one attack against a fresh copy of the learner's API. */
    attack: oc.input(session.extend({ checkId: Id })).output(AttackReport),
    /** The project as a repository of its own, as one zip file. */
    export: oc.input(session).output(z.file()),
    /** Sends one request to the learner's live API, from the server (so CORS does not apply). */
    send: oc.input(session.extend({ request: SentRequest })).output(ReceivedResponse),
  },
  /** Small things the interface remembers: theme, panes, open tabs. Values are at most 16 KB of JSON. */
  settings: {
    all: oc.output(z.record(z.string(), z.string())),
    set: oc.input(z.strictObject({ key: z.string().min(1).max(80), value: z.string().max(16_384) })).output(z.null()),
  },
  editor: {
    /** Type declarations for the editor: virtual path (file:///node_modules/…) to text. */
    types: oc
      .input(z.strictObject({ track: Id }))
      .output(z.array(z.strictObject({ path: z.string(), text: z.string() }))),
  },
};

/** What a failed call carries beside the code: enough for a person to go on. */
export const ApiErrorData = z.object({ code: z.string(), message: z.string(), action: z.string() });
export type ApiErrorData = z.infer<typeof ApiErrorData>;
