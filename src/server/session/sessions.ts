import { randomUUID } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { RoutewrightError } from '../../contract/errors.ts';
import type { Course, Lesson } from '../courses/course.ts';
import type { Home } from '../host/home.ts';
import type { Labs } from '../lab/labs.ts';
import type { LessonKey, Progress } from '../progress/progress.ts';
import { testsOfLesson } from '../testing/tests-of-lesson.ts';
import { materialise } from '../workspace/materialise.ts';
import { starterFiles } from '../workspace/starter.ts';
import { Versions } from '../workspace/versions.ts';
import { Workspace } from '../workspace/workspace.ts';
import type { Pools } from './pools.ts';
import { Session } from './session.ts';

export type SessionsOptions = {
  course: Course;
  home: Pick<Home, 'workspaces' | 'versions'>;
  progress: Progress;
  pools: Pools;
  labs: Labs;
  /** A session that nobody reads is closed after this time (ms). */
  idleMs: number;
};

/** The open sessions: one for each lesson and track. */
export class Sessions {
  readonly #options: SessionsOptions;
  readonly #open = new Map<string, Promise<Session>>();
  readonly #byId = new Map<
    string,
    { place: string; session: Session; readers: number; timer: NodeJS.Timeout | null }
  >();
  readonly #ending = new Map<string, Promise<void>>();
  #closed = false;

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  /** The lesson's session, opened if need be. Throws RW_LESSON_UNKNOWN, RW_HOST_RUNTIME, RW_FILE_NOT_SAVED. */
  async open(lessonId: string, track: string): Promise<Session> {
    if (this.#closed) throw new RoutewrightError('RW_SESSION_UNKNOWN');
    const place = `${track}/${lessonId}`;
    // Two sessions must never share a folder: one that ends is waited for.
    await this.#ending.get(place);
    const known = this.#open.get(place);
    if (known) return this.#stillWanted(await known);
    const opening = this.#start(lessonId, track, place);
    this.#open.set(place, opening);
    opening.catch(() => this.#open.delete(place));
    return opening;
  }

  /** Throws RW_SESSION_UNKNOWN when it was closed or never was. */
  get(sessionId: string): Session {
    const entry = this.#byId.get(sessionId);
    if (!entry) throw new RoutewrightError('RW_SESSION_UNKNOWN');
    return entry.session;
  }

  /** Closes every session; none can be opened afterwards. */
  async close(): Promise<void> {
    this.#closed = true;
    const ends = [...this.#open.values()].map(async (opening) => this.#end((await opening).id));
    await Promise.allSettled([...ends, ...this.#ending.values()]);
  }

  async #start(lessonId: string, track: string, place: string): Promise<Session> {
    const { course, progress, pools, labs } = this.#options;
    const { lesson, entry, runtime } = findLesson(course, lessonId, track);
    const key: LessonKey = { course: course.file.id, track, lesson: lessonId };
    const id = randomUUID();
    const pool = await pools.of(runtime);
    const { workspace, notice, starter } = await this.#workspace(key, lesson);
    const lab = await labs.open(lesson.frontmatter.lab, { key });
    // What an outdated program kept is outdated too.
    if (notice !== null) await lab.forget();
    const session = new Session({
      id,
      key,
      lesson,
      entry,
      pool,
      progress,
      workspace,
      labs,
      lab,
      tests: testsOfLesson(course, lesson, track),
      starter,
      onReaders: (readers) => this.#readers(id, readers),
    });
    this.#byId.set(id, { place, session, readers: 0, timer: null });
    try {
      await session.begin(notice);
    } catch (error) {
      await this.#end(id);
      throw error;
    }
    return this.#stillWanted(session);
  }

  /** Whoever opens a session is about to read it: its time begins afresh. */
  #stillWanted(session: Session): Session {
    this.#readers(session.id, this.#byId.get(session.id)?.readers ?? 0);
    return session;
  }

  async #workspace(key: LessonKey, lesson: Lesson) {
    const { course, home, progress } = this.#options;
    const rootOf = (id: string) => join(home.workspaces, key.course, key.track, id);
    const starter = () => starterFiles({ course, track: key.track, lessonId: key.lesson, progress, rootOf });
    const root = rootOf(key.lesson);
    const made = await materialise(root, starter);
    const versions = new Versions(join(home.versions, key.course, key.track, key.lesson));
    await versions.load();
    const workspace = new Workspace(await realpath(root), versions);
    await workspace.load();
    const { invalidates } = lesson.frontmatter;
    const isOutOfDate = !made && (progress.invalidates(key) ?? invalidates) < invalidates;
    if (isOutOfDate) await workspace.replaceAll(await starter());
    progress.opened(key, invalidates);
    const notice = isOutOfDate
      ? 'This lesson has changed and starts afresh. Your earlier files are in the history.'
      : null;
    return { workspace, notice, starter };
  }

  #readers(id: string, readers: number): void {
    const entry = this.#byId.get(id);
    if (!entry) return;
    entry.readers = readers;
    if (entry.timer) clearTimeout(entry.timer);
    entry.timer = readers > 0 ? null : setTimeout(() => void this.#end(id), this.#options.idleMs);
    entry.timer?.unref();
  }

  async #end(id: string): Promise<void> {
    const entry = this.#byId.get(id);
    if (!entry) return;
    if (entry.timer) clearTimeout(entry.timer);
    this.#byId.delete(id);
    this.#open.delete(entry.place);
    const ended = entry.session.close().finally(() => this.#ending.delete(entry.place));
    this.#ending.set(entry.place, ended);
    await ended;
  }
}

/** Throws RW_LESSON_UNKNOWN when the course has no such lesson or track. */
export function findLesson(course: Course, lessonId: string, track: string) {
  const lesson = course.lessons.get(lessonId);
  const found = course.file.tracks.find((one) => one.id === track);
  if (!lesson || !found) throw new RoutewrightError('RW_LESSON_UNKNOWN', { id: lesson ? track : lessonId });
  return { lesson, entry: found.entry, runtime: found.runtime };
}
