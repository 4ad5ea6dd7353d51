import type { StateCreator } from 'zustand';
import type { State, ViewSlice } from './session-state.ts';

/** What is in front: tabs, places, the request that was asked for. */
export const viewSlice: StateCreator<State, [], [], ViewSlice> = (set, get) => {
  const show = (openFiles: string[], activeFile: string | null) => {
    set({ openFiles, activeFile });
    const lessonId = get().session?.lessonId;
    if (lessonId) get().remember(`tabs:${lessonId}`, JSON.stringify({ open: openFiles, active: activeFile }));
  };
  let token = 0;

  return {
    openFiles: [],
    activeFile: null,
    place: null,
    cursor: { line: 1, column: 1 },
    resultTab: 'checks',
    consoleTab: 'traffic',
    side: 'lesson',
    folded: { lesson: false, results: false, console: false },
    paletteShown: false,
    keysShown: false,
    loadedRequest: null,
    solutionShown: false,
    resetAsked: false,
    versionsShown: false,
    editorProblems: [],
    openFile(path, line, column = 1) {
      if (!get().files.some((file) => file.path === path)) return;
      const { openFiles } = get();
      show(openFiles.includes(path) ? openFiles : [...openFiles, path], path);
      token += 1;
      if (line !== undefined) set({ place: { path, line, column, token } });
    },
    closeFile(path) {
      const { openFiles, activeFile } = get();
      const at = openFiles.indexOf(path);
      const rest = openFiles.filter((open) => open !== path);
      show(rest, activeFile === path ? (rest[Math.min(at, rest.length - 1)] ?? null) : activeFile);
    },
    setCursor(line, column) {
      set({ cursor: { line, column } });
    },
    setResultTab(resultTab) {
      set({ resultTab, side: 'results', folded: { ...get().folded, results: false } });
      get().remember('result-tab', resultTab);
    },
    setConsoleTab(consoleTab) {
      set({ consoleTab, folded: { ...get().folded, console: false } });
      get().remember('console-tab', consoleTab);
    },
    loadRequest(request) {
      token += 1;
      set({ loadedRequest: { request, token } });
      get().setResultTab('requests');
    },
    showSide(side) {
      set({ side });
    },
    fold(pane, folded) {
      set({ folded: { ...get().folded, [pane]: folded } });
    },
    showPalette(paletteShown) {
      set({ paletteShown });
    },
    showKeys(keysShown) {
      set({ keysShown });
    },
    showSolution(solutionShown) {
      set({ solutionShown });
    },
    askReset(resetAsked) {
      set({ resetAsked });
    },
    showVersions(versionsShown) {
      set({ versionsShown });
    },
    setEditorProblems(editorProblems) {
      set({ editorProblems });
    },
  };
};
