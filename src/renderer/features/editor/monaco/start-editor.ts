import { server } from '../../../app/api.ts';
import { markEditorReady } from '../../../app/painted.ts';
import { useSession } from '../../../app/session-store.ts';
import { setHistory } from '../edit-history.ts';
import { annotations } from './annotations.ts';
import { coverageGutter } from './coverage.ts';
import { type Monaco, monaco, typescript } from './load.ts';
import { languageOf, workspaceModels } from './models.ts';
import { planAdvice } from './plan-advice.ts';
import { semanticTokens } from './semantic-tokens.ts';
import { followTheme } from './theme.ts';
import { typeChecker } from './types.ts';

type Editor = ReturnType<Monaco['editor']['create']>;
type ViewState = ReturnType<Editor['saveViewState']>;

/** Measures of the design; the same for the text that stands here until the editor is there. */
export const CODE_FONT = { fontSize: 13, lineHeight: 21, fontFamily: "'JetBrains Mono Variable', monospace" };

export type EditorChoices = { screenReader: boolean; tabMovesFocus: boolean; wordWrap: boolean };
export type RunningEditor = { choose(choices: EditorChoices): void; focus(): void; dispose(): void };

/** Starts Monaco in `host` and keeps it and the store in step until it is disposed. */
export function startEditor(host: HTMLElement, choices: EditorChoices): RunningEditor {
  const store = useSession;
  const stopTheme = followTheme(monaco);
  const models = workspaceModels(monaco, (path, text) => {
    store.getState().edit(path, text);
    types.schedule();
  });
  const editor = monaco.editor.create(host, { ...OPTIONS, ...toOptions(choices), model: null });
  const notes = annotations(monaco, editor, models);
  const coverage = coverageGutter(monaco, editor);
  const advice = planAdvice(monaco, models);
  const types = typeChecker(
    monaco,
    typescript,
    models,
    () => store.getState().activeFile,
    (problems) => store.getState().setEditorProblems(problems),
  );
  let tokens: ReturnType<typeof semanticTokens> | null = null;
  const views = new Map<string, ViewState>();
  let shown: string | null = null;
  /** What is not needed to type comes when that works: other files' models, the TypeScript service, declarations. */
  let stage: 'first' | 'shown' | 'ready' | 'gone' = 'first';
  let sessionId: string | undefined;
  let track: string | undefined;

  function showFile(path: string | null): void {
    if (shown && editor.getModel()) views.set(shown, editor.saveViewState());
    const model = path === null ? undefined : models.get(path);
    shown = model ? path : null;
    if (editor.getModel() === (model ?? null)) return;
    editor.setModel(model ?? null);
    if (model && stage === 'first') {
      stage = 'shown';
      markEditorReady(bringRest);
    }
    editor.updateOptions({ ariaLabel: `Code of ${path ?? 'no file'}. Ctrl+M makes Tab leave the editor.` });
    const view = path === null ? undefined : views.get(path);
    if (view) editor.restoreViewState(view);
  }

  function bringRest(): void {
    if (stage === 'gone') return;
    stage = 'ready';
    tokens = semanticTokens(monaco, typescript);
    follow();
    types.schedule();
  }

  function loadDeclarations(ofTrack: string): void {
    if (track === ofTrack) return;
    track = ofTrack;
    server.editor.types({ track: ofTrack }).then(
      (files) => {
        if (track !== ofTrack) return;
        types.setDeclarations(files);
        tokens?.refresh();
      },
      () => {
        track = undefined;
      },
    );
  }

  function follow(): void {
    const state = store.getState();
    if (state.session?.sessionId !== sessionId) {
      sessionId = state.session?.sessionId;
      views.clear();
      shown = null;
      editor.setModel(null);
      models.clear();
    }
    models.sync(state.files.filter((file) => isWanted(file.path, state.activeFile)));
    showFile(state.activeFile);
    notes.show(state);
    if (stage === 'ready') void advice.show();
    coverage.show(state.tests, state.activeFile);
    if (state.session && stage === 'ready') loadDeclarations(state.session.track);
  }

  /** JSON has a service of its own, which is not started for files that nobody looks at. */
  function isWanted(path: string, active: string | null): boolean {
    if (path === active || models.get(path)) return true;
    return stage === 'ready' && languageOf(path) !== 'json';
  }

  function goTo(line: number, column: number): void {
    const model = editor.getModel();
    if (!model) return;
    const position = model.validatePosition({ lineNumber: line, column });
    editor.setPosition(position);
    editor.revealPositionInCenterIfOutsideViewport(position);
    editor.focus();
  }

  setHistory({
    undo: (path) => void models.get(path)?.undo(),
    redo: (path) => void models.get(path)?.redo(),
    focus: () => editor.focus(),
  });
  follow();
  void document.fonts.load(`450 13px ${CODE_FONT.fontFamily}`).then(() => monaco.editor.remeasureFonts());
  const unsubscribe = store.subscribe((state, before) => {
    if (SEEN.every((name) => state[name] === before[name])) return;
    follow();
    if (stage === 'ready' && (state.files.length !== before.files.length || state.filesToken !== before.filesToken))
      types.schedule();
    if (state.place && state.place.token !== before.place?.token) goTo(state.place.line, state.place.column);
  });
  const cursor = editor.onDidChangeCursorPosition(({ position }) =>
    store.getState().setCursor(position.lineNumber, position.column),
  );
  editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyS, () => void store.getState().flush());

  return {
    choose: (next) => editor.updateOptions(toOptions(next)),
    focus: () => editor.focus(),
    dispose() {
      stage = 'gone';
      setHistory(null);
      unsubscribe();
      cursor.dispose();
      tokens?.dispose();
      types.dispose();
      advice.dispose();
      editor.dispose();
      models.clear();
      stopTheme();
    },
  };
}

const SEEN = [
  'files',
  'filesToken',
  'activeFile',
  'place',
  'session',
  'documents',
  'traffic',
  'checks',
  'live',
  'lesson',
  'tests',
] as const;

const OPTIONS = {
  ...CODE_FONT,
  fontLigatures: false,
  fontWeight: '450',
  automaticLayout: true,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  padding: { top: 12, bottom: 12 },
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 18,
  glyphMargin: false,
  folding: false,
  renderLineHighlight: 'line',
  renderLineHighlightOnlyWhenFocus: true,
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  guides: { indentation: false },
  stickyScroll: { enabled: false },
  unicodeHighlight: { ambiguousCharacters: false },
  occurrencesHighlight: 'singleFile',
  smoothScrolling: false,
  cursorBlinking: 'smooth',
  fixedOverflowWidgets: true,
  quickSuggestions: { other: true, comments: false, strings: true },
  tabSize: 2,
  contextmenu: true,
  'semanticHighlighting.enabled': true,
} as const;

function toOptions({ screenReader, tabMovesFocus, wordWrap }: EditorChoices) {
  return {
    accessibilitySupport: screenReader ? ('on' as const) : ('auto' as const),
    tabFocusMode: tabMovesFocus,
    wordWrap: wordWrap ? ('on' as const) : ('off' as const),
  };
}
