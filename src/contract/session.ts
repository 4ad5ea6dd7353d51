import { z } from 'zod';
import { ContractReport } from './contract-diff.ts';
import { Verdict } from './evidence.ts';
import { Id, WorkspacePath } from './ids.ts';
import { LabState } from './lab.ts';
import { TestRun } from './learner-tests.ts';
import { Problem } from './problem.ts';
import { OpenApiDocument, Route, StartFailure, Traffic } from './sandbox.ts';

export const WorkspaceFile = z.strictObject({ path: WorkspacePath, text: z.string() });
export type WorkspaceFile = z.infer<typeof WorkspaceFile>;

/**
 * What runs for the learner.
 * `none`: this lesson has no API yet. `starting`: the newest revision is on its way.
 * `live`: `url` answers with the newest revision. `failed`: the newest revision did not start; if `url` is there,
 * it still answers with the older revision `liveRevision`. `stopped`: it ended after it had been live.
 */
export const LiveState = z.strictObject({
  status: z.enum(['none', 'starting', 'live', 'failed', 'stopped']),
  url: z.string().optional(),
  liveRevision: z.number().int().optional(),
  /** From the edit's arrival at the server to the ready message. */
  ms: z.number().optional(),
  failure: StartFailure.optional(),
  /** With `stopped`: it was not started at all, since `failure` ended it the last time. Only the learner starts it again. */
  held: z.literal(true).optional(),
});
export type LiveState = z.infer<typeof LiveState>;

/** The checks of one revision: `running` until the last verdict is there. `ms` for all of them. */
export const ChecksState = z.strictObject({
  status: z.enum(['idle', 'running', 'done']),
  revision: z.number().int(),
  verdicts: z.array(Verdict),
  ms: z.number().optional(),
});
export type ChecksState = z.infer<typeof ChecksState>;

/** The documents beside the code. `planned` comes from plan.yaml, `built` from the running API. */
export const DocumentsState = z.strictObject({
  revision: z.number().int(),
  planned: OpenApiDocument.nullable(),
  planProblems: z.array(Problem),
  built: OpenApiDocument.nullable(),
  routes: z.array(Route),
  contract: ContractReport,
});
export type DocumentsState = z.infer<typeof DocumentsState>;

/** An answered request: sent by you (or anyone else) to the live API, or by a check to a fresh one of its own. */
export const SessionTraffic = Traffic.extend({ from: z.enum(['you', 'checks']) });
export type SessionTraffic = z.infer<typeof SessionTraffic>;

export const LogLine = z.strictObject({
  at: z.number().describe('Epoch ms.'),
  stream: z.enum(['stdout', 'stderr', 'workbench']),
  text: z.string(),
});
export type LogLine = z.infer<typeof LogLine>;

/** Server to renderer. Every event carries the revision that it is about; older ones are dropped. */
export const SessionEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('live'), revision: z.number().int(), live: LiveState }),
  z.strictObject({ type: z.literal('checks'), revision: z.number().int(), checks: ChecksState }),
  z.strictObject({ type: z.literal('tests'), revision: z.number().int(), tests: TestRun }),
  z.strictObject({ type: z.literal('documents'), revision: z.number().int(), documents: DocumentsState }),
  z.strictObject({
    type: z.literal('log'),
    revision: z.number().int(),
    lines: z.array(LogLine),
    dropped: z.number().int(),
  }),
  z.strictObject({
    type: z.literal('traffic'),
    revision: z.number().int(),
    entries: z.array(SessionTraffic),
    dropped: z.number().int(),
  }),
  /** A file changed outside the workbench and no unsaved edit stood against it. */
  z.strictObject({
    type: z.literal('file'),
    revision: z.number().int(),
    path: WorkspacePath,
    text: z.string().nullable(),
  }),
  z.strictObject({ type: z.literal('conflict'), revision: z.number().int(), path: WorkspacePath, theirs: z.string() }),
  z.strictObject({ type: z.literal('completed'), revision: z.number().int(), lessonId: Id }),
]);
export type SessionEvent = z.infer<typeof SessionEvent>;

/** Everything that the renderer needs to show a session again, at any time. */
/** What is said of an answer to a question of the quiz. */
export const QuizReply = z.strictObject({ correct: z.boolean(), because: z.string() });
export type QuizReply = z.infer<typeof QuizReply>;

export const SessionSnapshot = z.strictObject({
  sessionId: z.string(),
  lessonId: Id,
  track: Id,
  entry: WorkspacePath,
  revision: z.number().int(),
  files: z.array(WorkspaceFile),
  /** Absolute folder on disk, for the learner to open in another editor. */
  folder: z.string(),
  live: LiveState,
  checks: ChecksState,
  documents: DocumentsState,
  tests: TestRun,
  lab: LabState,
  completed: z.boolean(),
  answers: z.record(Id, Id).describe('Quiz: question id to the answer id last chosen.'),
  explained: z.record(Id, QuizReply).describe('Quiz: question id to what is said of the answer last chosen.'),
});
export type SessionSnapshot = z.infer<typeof SessionSnapshot>;
