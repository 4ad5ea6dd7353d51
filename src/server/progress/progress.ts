import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { LessonStatus } from '../../contract/api.ts';
import { RoutewrightError } from '../../contract/errors.ts';
import { StartFailure } from '../../contract/sandbox.ts';
import { diskReason } from '../host/disk-error.ts';

/** Whose progress: one lesson of one course in one track. */
export type LessonKey = { course: string; track: string; lesson: string };

/**
 * What is remembered of a learner's way. Every write is durable when the call returns, or throws RW_PROGRESS_NOT_SAVED.
 * Marks that nobody asked for (opened, started, danger) are logged and left out when the disk refuses them: they must not
 * stop the work that does not need them.
 */
export class Progress {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Of every lesson that was opened in this track: its status. */
  statuses(course: string, track: string): Map<string, LessonStatus> {
    const rows = this.#database
      .prepare('SELECT lesson, status FROM lesson WHERE course = ? AND track = ?')
      .all(course, track);
    return new Map(rows.map((row) => [String(row.lesson), LessonStatus.catch('untouched').parse(row.status)]));
  }

  status({ course, track, lesson }: LessonKey): LessonStatus {
    return this.statuses(course, track).get(lesson) ?? 'untouched';
  }

  /** Remembers that the workspace was made or found, from files of this `invalidates` number. */
  opened(key: LessonKey, invalidates: number): void {
    this.#mark(
      `INSERT INTO lesson (course, track, lesson, opened_at, invalidates) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET opened_at = excluded.opened_at, invalidates = excluded.invalidates`,
      key.course,
      key.track,
      key.lesson,
      Date.now(),
      invalidates,
    );
  }

  /** The `invalidates` number with which the workspace was made; null when that is not known. */
  invalidates(key: LessonKey): number | null {
    const value = this.#lesson(key)?.invalidates;
    return typeof value === 'number' ? value : null;
  }

  /** The lesson has been worked on. A completed lesson stays completed. */
  started(key: LessonKey): void {
    this.#mark(
      `INSERT INTO lesson (course, track, lesson, status) VALUES (?, ?, ?, 'started')
         ON CONFLICT DO UPDATE SET status = 'started' WHERE status = 'untouched'`,
      key.course,
      key.track,
      key.lesson,
    );
  }

  completed(key: LessonKey): void {
    this.#write(
      `INSERT INTO lesson (course, track, lesson, status, completed_at) VALUES (?, ?, ?, 'completed', ?)
         ON CONFLICT DO UPDATE SET status = 'completed', completed_at = excluded.completed_at`,
      key.course,
      key.track,
      key.lesson,
      Date.now(),
    );
  }

  /** Question id to the answer id last chosen. */
  answers(key: LessonKey): Record<string, string> {
    const rows = this.#database
      .prepare('SELECT question, answer FROM answer WHERE course = ? AND track = ? AND lesson = ?')
      .all(key.course, key.track, key.lesson);
    return Object.fromEntries(rows.map((row) => [String(row.question), String(row.answer)]));
  }

  setAnswer(key: LessonKey, question: string, answer: string): void {
    this.#write(
      'INSERT INTO answer VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET answer = excluded.answer',
      key.course,
      key.track,
      key.lesson,
      question,
      answer,
    );
  }

  /** How the lesson's code last had to be killed; such code is not run again by itself. */
  danger(key: LessonKey): StartFailure | null {
    const text = this.#lesson(key)?.danger;
    if (typeof text !== 'string') return null;
    return StartFailure.nullable().catch(null).parse(JSON.parse(text));
  }

  setDanger(key: LessonKey, failure: StartFailure | null): void {
    this.#mark(
      // What is so already is not written: that would cost each edit a wait for the disk.
      `INSERT INTO lesson (course, track, lesson, danger) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET danger = excluded.danger WHERE danger IS NOT excluded.danger`,
      key.course,
      key.track,
      key.lesson,
      failure === null ? null : JSON.stringify(failure),
    );
  }

  settings(): Record<string, string> {
    const rows = this.#database.prepare('SELECT key, value FROM setting').all();
    return Object.fromEntries(rows.map((row) => [String(row.key), String(row.value)]));
  }

  setSetting(key: string, value: string): void {
    this.#write('INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', key, value);
  }

  close(): void {
    this.#database.close();
  }

  #write(statement: string, ...values: SQLInputValue[]): void {
    try {
      this.#database.prepare(statement).run(...values);
    } catch (error) {
      throw new RoutewrightError('RW_PROGRESS_NOT_SAVED', { detail: diskReason(error) }, { cause: error });
    }
  }

  #mark(statement: string, ...values: SQLInputValue[]): void {
    try {
      this.#write(statement, ...values);
    } catch (error) {
      console.error(error);
    }
  }

  #lesson(key: LessonKey) {
    return this.#database
      .prepare('SELECT invalidates, danger FROM lesson WHERE course = ? AND track = ? AND lesson = ?')
      .get(key.course, key.track, key.lesson);
  }
}
