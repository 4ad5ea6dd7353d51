import type { AttackReport } from '../../contract/attack.ts';
import { RoutewrightError } from '../../contract/errors.ts';
import type { ReceivedResponse, SentRequest } from '../../contract/evidence.ts';
import { PLAN_PATH } from '../../contract/plan.ts';
import type { QuizReply, SessionEvent, SessionSnapshot, WorkspaceFile } from '../../contract/session.ts';
import { sendRequest } from '../checks/http-client.ts';
import type { Lesson } from '../courses/course.ts';
import type { LabRun } from '../lab/lab.ts';
import type { Labs } from '../lab/labs.ts';
import { hop } from '../profile/hop.ts';
import type { LessonKey, Progress } from '../progress/progress.ts';
import type { SandboxPool } from '../sandbox/pool.ts';
import type { TestsOfLesson } from '../testing/tests-of-lesson.ts';
import { FileConflictError } from '../workspace/conflict.ts';
import { type Watcher, watchFiles } from '../workspace/watch.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { explain } from './answers.ts';
import { Attacks } from './attack.ts';
import { Run } from './run.ts';
import { type SentEvent, Subscription } from './subscription.ts';

export type SessionOptions = {
  id: string;
  key: LessonKey;
  lesson: Lesson;
  entry: string;
  pool: SandboxPool;
  progress: Progress;
  workspace: Workspace;
  labs: Labs;
  /** What stands beside the live API; the session closes it. */
  lab: LabRun;
  /** Null in a lesson that does not ask for the learner's own tests. */
  tests: TestsOfLesson | null;
  /** The files of a fresh start, for `reset`. */
  starter: () => Promise<WorkspaceFile[]>;
  /** Called when the number of readers changes. */
  onReaders: (readers: number) => void;
};

export type Saved = { revision: number; savedAt: number };

/** One open lesson: its files, what runs of them, and who watches. Changes of files happen one after the other. */
export class Session {
  readonly id: string;
  readonly #options: SessionOptions;
  readonly #workspace: Workspace;
  readonly #run: Run;
  readonly #attacks: Attacks;
  readonly #readers = new Set<Subscription>();
  readonly #closed = new AbortController();
  #revision = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #watcher: Watcher | null = null;
  /** For each path the last edit that was taken: its revision as the renderer numbered it, and from which window. */
  readonly #edited = new Map<string, { revision: number; window: string }>();
  /** For each path the revision with which an outside change was told: edits up to it were made without knowing it. */
  readonly #outside = new Map<string, number>();

  constructor(options: SessionOptions) {
    this.id = options.id;
    this.#options = options;
    this.#workspace = options.workspace;
    this.#run = new Run(options, (event) => this.#publish(event));
    this.#attacks = new Attacks(options.lesson.checks, (signal) => this.#run.copies(signal));
  }

  /** Watches the folder and starts the API. */
  async begin(notice: string | null): Promise<void> {
    this.#watcher = await watchFiles(this.#workspace.root, (path) => void this.#lookOutside(path));
    if (notice) this.#run.note(notice);
    this.#run.open(this.#revision);
  }

  snapshot(): SessionSnapshot {
    const { key, entry } = this.#options;
    return {
      sessionId: this.id,
      lessonId: key.lesson,
      track: key.track,
      entry,
      revision: this.#revision,
      files: this.#workspace.files(),
      folder: this.#workspace.root,
      ...this.#run.state(),
    };
  }

  /** A snapshot, then every event until `signal` aborts or the session is closed. */
  async *events(signal: AbortSignal | undefined): AsyncGenerator<SentEvent, void, void> {
    const reader = new Subscription(() => this.snapshot());
    this.#readers.add(reader);
    this.#options.onReaders(this.#readers.size);
    try {
      yield* reader.read(signal);
    } finally {
      this.#readers.delete(reader);
      if (!this.#closed.signal.aborted) this.#options.onReaders(this.#readers.size);
    }
  }

  /**
   * Saves, and runs as soon as the text can be read on the disk. Resolves when it is durable. The answer's revision may
   * be higher than the one given, when something else happened in between. Of two windows the later edit wins, and what
   * it replaces is in the history.
   * Throws RW_SESSION_STALE when a newer edit of this file by the same window was taken already, RW_FILE_CONFLICT when it changed outside (readers get a `conflict`), and what Workspace.edit throws.
   */
  edit(path: string, text: string, revision: number, window = ''): Promise<Saved> {
    const arrivedAt = performance.now();
    hop('arrived');
    return this.#inOrder(async () => {
      const last = this.#edited.get(path);
      const isOfAnother = last !== undefined && last.window !== window;
      if (last && !isOfAnother && revision <= last.revision) throw new RoutewrightError('RW_SESSION_STALE');
      let taken = 0;
      const onVisible = () => {
        hop('visible');
        this.#edited.set(path, { revision, window });
        taken = this.#next([path], arrivedAt, revision);
      };
      try {
        await this.#assertKnown(path, text, revision);
        await this.#workspace.edit(path, text, { keep: isOfAnother, onVisible });
      } catch (error) {
        if (error instanceof FileConflictError) this.#conflict(error, revision);
        // It can be read but is not durable: the same edit may be sent again.
        if (taken > 0) this.#edited.delete(path);
        throw error;
      }
      hop('saved');
      return this.#saved(taken);
    });
  }

  create(path: string, text: string): Promise<Saved> {
    return this.#inOrder(async () => {
      await this.#workspace.create(path, text);
      return this.#changed([path]);
    });
  }

  rename(from: string, to: string): Promise<Saved> {
    return this.#inOrder(async () => {
      await this.#workspace.rename(from, to);
      return this.#changed([from, to]);
    });
  }

  remove(path: string): Promise<Saved> {
    return this.#inOrder(async () => {
      await this.#workspace.remove(path);
      return this.#changed([path]);
    });
  }

  /** Runs the files as they are. */
  run(): Promise<{ revision: number }> {
    return this.#inOrder(async () => ({ revision: this.#next(null) }));
  }

  /** Back to the starter; `undo` is the version that brings back what stood there. */
  reset(): Promise<{ undo: string; snapshot: SessionSnapshot }> {
    return this.#inOrder(async () => {
      const undo = await this.#workspace.replaceAll(await this.#options.starter());
      this.#revision += 1;
      this.#run.afresh(this.#revision);
      return { undo, snapshot: this.#toldToAll() };
    });
  }

  versions() {
    return this.#workspace.versions.list();
  }

  restore(version: string): Promise<SessionSnapshot> {
    return this.#inOrder(async () => {
      await this.#workspace.restore(version);
      this.#next(null);
      return this.#toldToAll();
    });
  }

  /** Throws RW_HTTP_INPUT for a question or answer that this lesson does not have. */
  answer(questionId: string, answerId: string): Promise<QuizReply> {
    return this.#inOrder(async () => {
      const { key, lesson, progress } = this.#options;
      const reply = explain(lesson.quiz, questionId, answerId);
      if (!reply) throw new RoutewrightError('RW_HTTP_INPUT', { detail: `no answer ${questionId}/${answerId}` });
      progress.started(key);
      progress.setAnswer(key, questionId, answerId);
      this.#next([]);
      return reply;
    });
  }

  /** Sends one request to the live API. Throws RW_REQUEST_NO_API when none runs, and what `sendRequest` throws. */
  async send(request: SentRequest, signal: AbortSignal | undefined): Promise<ReceivedResponse> {
    const api = this.#run.liveApi;
    if (api === null) throw new RoutewrightError('RW_REQUEST_NO_API');
    const either = signal ? AbortSignal.any([signal, this.#closed.signal]) : this.#closed.signal;
    return sendRequest(api.url, request, either, { ca: api.ca });
  }

  /** Runs one attack on a copy of the learner's API. Throws RW_HTTP_INPUT when the lesson has no such attack. */
  attack(checkId: string, signal: AbortSignal | undefined): Promise<AttackReport> {
    return this.#attacks.run(checkId, signal ? AbortSignal.any([signal, this.#closed.signal]) : this.#closed.signal);
  }

  /** Ends the watch, the processes and every reader. Saves that are under way are finished first. */
  async close(): Promise<void> {
    if (this.#closed.signal.aborted) return;
    this.#closed.abort(new RoutewrightError('RW_SESSION_UNKNOWN'));
    await this.#watcher?.close();
    await this.#queue;
    await this.#run.close();
    for (const reader of this.#readers) reader.end();
  }

  async #assertKnown(path: string, text: string, revision: number): Promise<void> {
    if (revision > (this.#outside.get(path) ?? -1)) return;
    const theirs = this.#workspace.text(path);
    if (theirs === null || theirs === text) return;
    await this.#workspace.refuse(path, text, theirs);
    throw new FileConflictError(path, theirs);
  }

  #conflict({ path, theirs }: FileConflictError, revision: number): void {
    this.#outside.set(path, this.#next([path], performance.now(), revision));
    this.#publish({ type: 'conflict', revision: this.#revision, path, theirs });
  }

  #lookOutside(path: string): Promise<void> {
    const look = async () => {
      const change = await this.#workspace.takeOutsideChange(path);
      if (!change) return;
      this.#outside.set(path, this.#next([path]));
      this.#publish({ type: 'file', revision: this.#revision, path, text: change.text });
    };
    return this.#inOrder(look).catch((error: unknown) => {
      if (!this.#closed.signal.aborted) console.error('Looking at a changed file failed:', error);
    });
  }

  #changed(paths: string[]): Saved {
    return this.#saved(this.#next(paths));
  }

  #saved(revision: number): Saved {
    this.#options.progress.started(this.#options.key);
    return { revision, savedAt: Date.now() };
  }

  /** Takes the next revision and runs it. `paths` are the files that changed, null: anything may have. */
  #next(paths: string[] | null, arrivedAt = performance.now(), atLeast = 0): number {
    this.#revision = Math.max(this.#revision + 1, atLeast);
    const restarts = paths === null || paths.some((path) => path !== PLAN_PATH);
    this.#run.next(this.#revision, arrivedAt, restarts);
    return this.#revision;
  }

  /** After every file may have changed: each reader gets a snapshot. */
  #toldToAll(): SessionSnapshot {
    const snapshot = this.snapshot();
    for (const reader of this.#readers) reader.renew();
    return snapshot;
  }

  #publish(event: SessionEvent): void {
    for (const reader of this.#readers) reader.push(event);
  }

  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(() => {
      this.#closed.signal.throwIfAborted();
      return work();
    });
    this.#queue = result.catch(() => {});
    return result;
  }
}
