import type { CourseOutline, LessonView, Version } from '../../contract/api.ts';
import type { ReceivedResponse, SentRequest } from '../../contract/evidence.ts';
import type { LabState } from '../../contract/lab.ts';
import type { TestRun } from '../../contract/learner-tests.ts';
import type {
  ChecksState,
  DocumentsState,
  LiveState,
  LogLine,
  QuizReply,
  SessionSnapshot,
  SessionTraffic,
  WorkspaceFile,
} from '../../contract/session.ts';

/** What a person is told when something went wrong: a code of the error table, what happened, what to do next. */
export type Notice = { id: number; tone: 'error' | 'info'; code: string; message: string; action: string };

/** `failed` keeps the text in the editor; `message` and `action` say why and what to do. */
export type SaveState =
  | { status: 'saved' }
  | { status: 'saving' }
  | { status: 'failed'; message: string; action: string };

/** `revision` is the one that the request was answered by. */
export type ShownTraffic = SessionTraffic & { revision: number };

/** The one list of these: what can be shown is what is remembered. */
export const RESULT_TAB_IDS = ['checks', 'attack', 'compare', 'tests', 'docs', 'requests', 'contract'] as const;
export type ResultTab = (typeof RESULT_TAB_IDS)[number];
export type PaneId = 'lesson' | 'results' | 'console';
export const CONSOLE_TAB_IDS = ['traffic', 'console', 'problems'] as const;
export type ConsoleTab = (typeof CONSOLE_TAB_IDS)[number];

/** A mark of the editor's own language services (a type error). Lines and columns from 1. */
export type EditorProblem = {
  path: string;
  line: number;
  column: number;
  message: string;
  severity: 'error' | 'warning';
};

/** A place in a file that the editor should show; `token` changes with each request, so the same place can be asked for twice. */
export type Place = { path: string; line: number; column: number; token: number };

/** The open lesson's workspace in the server. */
export type OpenSession = Pick<SessionSnapshot, 'sessionId' | 'lessonId' | 'track' | 'entry' | 'folder'>;

export type Phase = 'loading' | 'signed-out' | 'unreachable' | 'ready';

export type CourseSlice = {
  phase: Phase;
  outline: CourseOutline | null;
  track: string;
  lesson: LessonView | null;
  /** The lesson that is being opened, while the server answers. */
  opening: string | null;
  /** Reads settings and the outline, then opens the last lesson or the first one. */
  start(): Promise<void>;
  openLesson(lessonId: string): Promise<void>;
  /** The text of a hint, `level` from 1; remembered as revealed. Null when the call failed (a notice says why). */
  revealHint(checkId: string, level: number): Promise<string | null>;
  /** Hints revealed in this lesson: check id to the texts in order of level. */
  hints: Record<string, string[]>;
};

export type SessionSlice = {
  session: OpenSession | null;
  /** Newest revision made here or heard of; `checks.revision`, `documents.revision` below it are about older code. */
  revision: number;
  live: LiveState;
  checks: ChecksState;
  documents: DocumentsState;
  /** The learner's own tests, as far as the newest run has come. */
  tests: TestRun;
  /** What stands beside the API in this lesson. */
  lab: LabState;
  /** Bounded: newest last. */
  logs: LogLine[];
  /** Lines that never came here, because there were too many at once. */
  logsDropped: number;
  /** Lines that were here and fell out of `logs`. */
  logsGone: number;
  traffic: ShownTraffic[];
  trafficDropped: number;
  trafficGone: number;
  completed: boolean;
  /** True from the moment at which this lesson was completed in this window, until it is dismissed or left. */
  celebrating: boolean;
  answers: Record<string, string>;
  /** Explanations of chosen answers: question id to what the server said. */
  explained: Record<string, QuizReply>;
  /** `waiting`: other windows have taken what the browser gives; this one follows when one of them is closed. */
  connection: 'open' | 'lost' | 'waiting';
  run(): Promise<void>;
  answer(questionId: string, answerId: string): Promise<void>;
  /** Sends one request to the live API. Null when it could not be sent (a notice says why). */
  send(request: SentRequest): Promise<ReceivedResponse | null>;
  clearLogs(): void;
  clearTraffic(): void;
  dismissCelebration(): void;
};

export type WorkspaceSlice = {
  /** As the editor has them, sorted by path. `edit` changes the text here at once and saves it after a short pause. */
  files: WorkspaceFile[];
  /** Counts up whenever text was replaced from outside the editor (reset, restore, another program): set models anew. */
  filesToken: number;
  save: SaveState;
  /** A file that changed outside while an unsaved edit stood against it. */
  conflict: { path: string; theirs: string } | null;
  /** Call it on every change of the text; pauses and saves are handled here. */
  edit(path: string, text: string): void;
  /** Sends what is waiting; resolves when it is saved or has failed. */
  flush(): Promise<void>;
  createFile(path: string, text?: string): Promise<boolean>;
  renameFile(from: string, to: string): Promise<boolean>;
  removeFile(path: string): Promise<boolean>;
  /** Back to the starter. The version to bring back is offered by a notice and kept in `undoReset`. */
  reset(): Promise<void>;
  undoReset: string | null;
  forgetUndo(): void;
  restore(version: string): Promise<void>;
  versions(): Promise<Version[]>;
  resolveConflict(keep: 'mine' | 'theirs'): void;
};

export type ViewSlice = {
  openFiles: string[];
  activeFile: string | null;
  place: Place | null;
  cursor: { line: number; column: number };
  resultTab: ResultTab;
  consoleTab: ConsoleTab;
  /** What the one side pane shows where the window is too narrow for both. */
  side: 'lesson' | 'results';
  /** Panes that the person has folded away. */
  folded: Record<PaneId, boolean>;
  paletteShown: boolean;
  keysShown: boolean;
  /** Put into the request client by "Send again"; `token` changes each time. */
  loadedRequest: { request: SentRequest; token: number } | null;
  solutionShown: boolean;
  resetAsked: boolean;
  versionsShown: boolean;
  editorProblems: EditorProblem[];
  /** Opens the file in a tab and, with a line (from 1), shows that place. */
  openFile(path: string, line?: number, column?: number): void;
  closeFile(path: string): void;
  setCursor(line: number, column: number): void;
  setResultTab(tab: ResultTab): void;
  setConsoleTab(tab: ConsoleTab): void;
  /** Shows the request in the Requests tab. */
  loadRequest(request: SentRequest): void;
  showSide(side: 'lesson' | 'results'): void;
  fold(pane: PaneId, folded: boolean): void;
  showPalette(shown: boolean): void;
  showKeys(shown: boolean): void;
  showSolution(shown: boolean): void;
  askReset(asked: boolean): void;
  showVersions(shown: boolean): void;
  setEditorProblems(problems: EditorProblem[]): void;
};

export type MemorySlice = {
  /** Small things kept over a restart, as the server has them. */
  remembered: Record<string, string>;
  /** Keeps `value` (at most 16 KB) under `key` (at most 80 characters). */
  remember(key: string, value: string): void;
  notices: Notice[];
  /** Tells of a failed call; anything can be given, it is made readable. */
  fail(error: unknown): void;
  /** With a code it stays until it is dismissed, without one it goes by itself. */
  inform(message: string, action?: string, code?: string): void;
  dismiss(id: number): void;
};

export type State = CourseSlice & SessionSlice & WorkspaceSlice & ViewSlice & MemorySlice;
