import type { CourseOutline } from '../../contract/api.ts';
import type { ChecksState, SessionEvent, SessionSnapshot, WorkspaceFile } from '../../contract/session.ts';
import { keepTests } from './keep-tests.ts';
import type { State } from './session-state.ts';

/** How many lines and requests the console keeps; older ones fall out. */
export const CONSOLE_KEPT = 1_000;

type Shown = Pick<
  State,
  | 'revision'
  | 'live'
  | 'checks'
  | 'documents'
  | 'tests'
  | 'explained'
  | 'lab'
  | 'logs'
  | 'logsDropped'
  | 'logsGone'
  | 'traffic'
  | 'trafficDropped'
  | 'trafficGone'
  | 'files'
  | 'filesToken'
  | 'openFiles'
  | 'activeFile'
  | 'outline'
  | 'session'
>;

type ShownRevisions = { live: number };

/**
 * What an event changes in the state. An event about an older revision than the one shown changes nothing.
 * `unsaved` names the files whose text here is newer than the server's.
 */
export function applyEvent(
  state: Shown,
  event: SessionEvent,
  shown: ShownRevisions,
  unsaved: ReadonlySet<string>,
): Partial<State> {
  switch (event.type) {
    case 'live':
      if (event.revision < shown.live) return {};
      shown.live = event.revision;
      return { live: event.live, revision: Math.max(state.revision, event.revision) };
    case 'checks':
      if (event.revision < state.checks.revision) return {};
      return { checks: keepWhileRunning(state.checks, event.checks) };
    case 'tests':
      return event.revision < state.tests.revision ? {} : { tests: keepTests(state.tests, event.tests) };
    case 'documents':
      return event.revision < state.documents.revision ? {} : { documents: event.documents };
    case 'log': {
      const { kept, gone } = newest(state.logs, event.lines);
      return { logs: kept, logsGone: state.logsGone + gone, logsDropped: state.logsDropped + event.dropped };
    }
    case 'traffic': {
      const entries = event.entries.map((entry) => ({ ...entry, revision: event.revision }));
      const { kept, gone } = newest(state.traffic, entries);
      return {
        traffic: kept,
        trafficGone: state.trafficGone + gone,
        trafficDropped: state.trafficDropped + event.dropped,
      };
    }
    case 'file':
      return unsaved.has(event.path)
        ? againstMine(state, event.path, event.text)
        : fileFromOutside(state, event.path, event.text);
    case 'conflict':
      return { conflict: { path: event.path, theirs: event.theirs } };
    case 'completed':
      return event.lessonId === state.session?.lessonId
        ? { completed: true, celebrating: true, outline: withCompleted(state.outline, event.lessonId) }
        : { outline: withCompleted(state.outline, event.lessonId) };
  }
}

/** What a whole snapshot shows; texts of `unsaved` files stay as they are here. */
export function applySnapshot(
  state: Shown,
  snapshot: SessionSnapshot,
  unsaved: ReadonlySet<string>,
): Partial<State> & Pick<State, 'files'> {
  const mine = new Map(state.files.map((file) => [file.path, file.text]));
  const files = sortFiles(
    snapshot.files.map((file) => (unsaved.has(file.path) ? { ...file, text: mine.get(file.path) ?? file.text } : file)),
  );
  const changed = files.length !== state.files.length || files.some((file) => mine.get(file.path) !== file.text);
  const { sessionId, lessonId, track, entry, folder } = snapshot;
  return {
    session: { sessionId, lessonId, track, entry, folder },
    revision: snapshot.revision,
    files,
    filesToken: changed ? state.filesToken + 1 : state.filesToken,
    live: sameOr(state.live, snapshot.live),
    checks: sameOr(state.checks, snapshot.checks),
    documents: sameOr(state.documents, snapshot.documents),
    tests: sameOr(state.tests, snapshot.tests),
    lab: sameOr(state.lab, snapshot.lab),
    completed: snapshot.completed,
    answers: snapshot.answers,
    explained: sameOr(state.explained, snapshot.explained),
  };
}

/**
 * What the answer to a call shows whose snapshot the event stream has sent, too. The stream may be ahead of the answer by
 * then, even within one revision: what it said of the API, the checks and the documents stays.
 */
export function applyReply(
  state: Shown,
  snapshot: SessionSnapshot,
  unsaved: ReadonlySet<string>,
): ReturnType<typeof applySnapshot> {
  const all = applySnapshot(state, snapshot, unsaved);
  if (snapshot.revision > state.revision) return all;
  const { session, files, filesToken } = all;
  return { session, files, filesToken };
}

function newest<T>(old: readonly T[], more: readonly T[]): { kept: T[]; gone: number } {
  const all = [...old, ...more];
  const gone = Math.max(0, all.length - CONSOLE_KEPT);
  return { kept: all.slice(gone), gone };
}

/** What is shown already is not drawn again. */
function sameOr<T>(shown: T, next: T): T {
  return JSON.stringify(shown) === JSON.stringify(next) ? shown : next;
}

/** Files as they are listed: by path. */
export function sortFiles(files: WorkspaceFile[]): WorkspaceFile[] {
  return [...files].sort((a, b) => a.path.localeCompare(b.path));
}

/** While a newer run has no verdict for a check yet, the last one stays: the list must not jump with each key. */
function keepWhileRunning(old: ChecksState, next: ChecksState): ChecksState {
  if (next.status !== 'running') return next;
  const judged = new Set(next.verdicts.map((verdict) => verdict.checkId));
  return { ...next, verdicts: [...next.verdicts, ...old.verdicts.filter((verdict) => !judged.has(verdict.checkId))] };
}

/** The server may take what is typed here for newer than the change from outside: the person decides which stays. */
function againstMine(state: Shown, path: string, theirs: string | null): Partial<State> {
  const mine = state.files.find((file) => file.path === path)?.text;
  return theirs === null || theirs === mine ? {} : { conflict: { path, theirs } };
}

function fileFromOutside(state: Shown, path: string, text: string | null): Partial<State> {
  const rest = state.files.filter((file) => file.path !== path);
  const filesToken = state.filesToken + 1;
  if (text !== null) return { files: sortFiles([...rest, { path, text }]), filesToken };
  const openFiles = state.openFiles.filter((open) => open !== path);
  const activeFile = state.activeFile === path ? (openFiles[0] ?? null) : state.activeFile;
  return { files: rest, filesToken, openFiles, activeFile };
}

function withCompleted(outline: CourseOutline | null, lessonId: string): CourseOutline | null {
  if (!outline) return null;
  return {
    ...outline,
    stages: outline.stages.map((stage) => ({
      ...stage,
      lessons: stage.lessons.map((lesson) =>
        lesson.id === lessonId ? { ...lesson, status: 'completed' as const } : lesson,
      ),
    })),
  };
}
