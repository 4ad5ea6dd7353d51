import { WINDOW_KEYS } from '../../../core/keys/keys.ts';
import { showGlossary } from '../../app/glossary.ts';
import { isOnThisMachine } from '../../app/place.ts';
import { tabsOf } from '../../app/result-tabs.ts';
import type { State } from '../../app/session-state.ts';
import { useSession } from '../../app/session-store.ts';
import { THEMES, type ThemeChoice } from '../../app/theme.ts';
import { exportProject } from '../export/export-project.ts';
import { copyAddress, copyFolder } from '../status/copy-address.ts';

/** Something that can be done from the palette. `keys` is the shortcut, if it has one. */
export type Action = {
  id: string;
  title: string;
  group: 'Actions' | 'Show' | 'Files' | 'Theme';
  keys?: string;
  run: () => void;
};

/** Everything that can be done now. */
export function actionsNow(state: State, choose: (choice: ThemeChoice) => void): Action[] {
  return [...codeActions(state), ...showActions(state), ...fileActions(state), ...themeActions(choose)];
}

function codeActions(state: State): Action[] {
  const { lesson, session, live } = state;
  const next = lesson?.next;
  const previous = lesson?.previous;
  const list: (Action | false | null | undefined)[] = [
    next &&
      act('next', `Next lesson: ${next.title}`, () => void state.openLesson(next.id), WINDOW_KEYS['next-lesson'].keys),
    previous &&
      act(
        'previous',
        `Previous lesson: ${previous.title}`,
        () => void state.openLesson(previous.id),
        WINDOW_KEYS['previous-lesson'].keys,
      ),
    session && act('run', 'Run and check again', () => void state.run(), WINDOW_KEYS.run.keys),
    session && act('solution', 'Show the solution', () => state.showSolution(true)),
    session && act('reset', 'Reset this lesson', () => state.askReset(true)),
    session && act('versions', 'Earlier versions', () => state.showVersions(true)),
    state.undoReset !== null &&
      act('undo-reset', 'Bring my code back', () => void useSession.getState().restore(state.undoReset ?? '')),
    // Of no use in a browser on another machine.
    isOnThisMachine() &&
      live.url !== undefined &&
      act('copy-url', 'Copy the address of my API', () => void copyAddress()),
    isOnThisMachine() && session && act('copy-folder', 'Copy the folder of this workspace', () => void copyFolder()),
    session && act('export', 'Export project', () => void exportProject()),
    act('clear-console', 'Clear the console', state.clearLogs),
    act('clear-traffic', 'Clear the traffic', state.clearTraffic),
    act('glossary', 'Glossary', () => showGlossary(true)),
    act('keys', 'Show the keys', () => state.showKeys(true)),
  ];
  return list.filter((action) => !!action);
}

function act(id: string, title: string, run: () => void, keys?: string): Action {
  return { id, title, group: 'Actions', run, ...(keys ? { keys } : {}) };
}

function showActions(state: State): Action[] {
  const { folded, fold, setResultTab, setConsoleTab } = state;
  const show = (id: string, title: string, run: () => void, keys?: string): Action => ({
    ...act(`show-${id}`, title, run, keys),
    group: 'Show',
  });
  const toggled = (pane: keyof State['folded']) => (folded[pane] ? 'Show' : 'Hide');
  return [
    ...tabsOf(state).map(({ id, title }) => show(id, `Show ${title}`, () => setResultTab(id))),
    show('traffic', 'Show the traffic', () => setConsoleTab('traffic')),
    show('console', 'Show the console', () => setConsoleTab('console')),
    show('problems', 'Show the problems', () => setConsoleTab('problems')),
    show(
      'fold-lesson',
      `${toggled('lesson')} the lesson pane`,
      () => fold('lesson', !folded.lesson),
      WINDOW_KEYS['lesson-pane'].keys,
    ),
    show('fold-results', `${toggled('results')} the results pane`, () => fold('results', !folded.results)),
    show(
      'fold-console',
      `${toggled('console')} the console pane`,
      () => fold('console', !folded.console),
      WINDOW_KEYS['console-pane'].keys,
    ),
  ];
}

function fileActions(state: State): Action[] {
  return state.files.map(({ path }) => ({
    id: `file-${path}`,
    title: `Open ${path}`,
    group: 'Files',
    run: () => state.openFile(path),
  }));
}

function themeActions(choose: (choice: ThemeChoice) => void): Action[] {
  return THEMES.map(({ id, title }) => ({
    id: `theme-${id}`,
    title: `Theme: ${title}`,
    group: 'Theme',
    run: () => choose(id),
  }));
}
