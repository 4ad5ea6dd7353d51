import type { StateCreator } from 'zustand';
import { readFailure, server } from './api.ts';
import { applyReply, sortFiles } from './session-events.ts';
import type { State, WorkspaceSlice } from './session-state.ts';
import { unsaved } from './unsaved.ts';

/** How long a text must rest before it is saved and run. */
const SETTLE_MS = 120;

/** Tells this window's edits from those of another one on the same lesson. */
const WINDOW = crypto.randomUUID();

/** The files of the open lesson: edits are shown at once, saved one after the other, never dropped. */
export const workspaceSlice: StateCreator<State, [], [], WorkspaceSlice> = (set, get) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | null = null;

  async function saveWaiting(): Promise<void> {
    for (let next = unsaved.first(); next; next = unsaved.first()) {
      const session = get().session;
      if (!session) return;
      const [path, entry] = next;
      try {
        const { text, revision } = entry;
        await server.session.edit({ sessionId: session.sessionId, path, text, revision, window: WINDOW });
      } catch (error) {
        const failure = readFailure(error);
        if (failure.code !== 'RW_SESSION_STALE') {
          set({ save: { status: 'failed', message: failure.message, action: failure.action } });
          return;
        }
      }
      unsaved.saved(path, entry.revision);
    }
    set({ save: { status: 'saved' } });
  }

  async function change(call: (sessionId: string) => Promise<{ revision: number }>): Promise<boolean> {
    const session = get().session;
    if (!session) return false;
    await get().flush();
    try {
      const { revision } = await call(session.sessionId);
      set({ revision: Math.max(get().revision, revision) });
      return true;
    } catch (error) {
      get().fail(error);
      return false;
    }
  }

  return {
    files: [],
    filesToken: 0,
    save: { status: 'saved' },
    conflict: null,
    undoReset: null,
    edit(path, text) {
      const { files, revision } = get();
      if (files.find((file) => file.path === path)?.text === text) return;
      unsaved.set(path, { text, revision: revision + 1 });
      set({
        files: files.map((file) => (file.path === path ? { path, text } : file)),
        revision: revision + 1,
        save: { status: 'saving' },
      });
      clearTimeout(timer);
      timer = setTimeout(() => void get().flush(), SETTLE_MS);
    },
    async flush() {
      clearTimeout(timer);
      sending ??= saveWaiting().finally(() => {
        sending = null;
      });
      await sending;
    },
    async createFile(path, text = '') {
      const done = await change((sessionId) => server.session.create({ sessionId, path, text }));
      if (!done) return false;
      set({ files: sortFiles([...get().files.filter((file) => file.path !== path), { path, text }]) });
      get().openFile(path);
      return true;
    },
    async renameFile(from, to) {
      const done = await change((sessionId) => server.session.rename({ sessionId, from, to }));
      if (!done) return false;
      const swap = (path: string) => (path === from ? to : path);
      set({
        files: sortFiles(get().files.map((file) => ({ ...file, path: swap(file.path) }))),
        openFiles: get().openFiles.map(swap),
        activeFile: get().activeFile === from ? to : get().activeFile,
      });
      return true;
    },
    async removeFile(path) {
      const done = await change((sessionId) => server.session.remove({ sessionId, path }));
      if (!done) return false;
      get().closeFile(path);
      set({ files: get().files.filter((file) => file.path !== path) });
      return true;
    },
    async reset() {
      const session = get().session;
      // A second Enter must not reset twice: what could then be brought back would be the starter.
      set({ resetAsked: false });
      if (!session) return;
      await get().flush();
      try {
        const { undo, snapshot } = await server.session.reset({ sessionId: session.sessionId });
        unsaved.clear();
        set({
          ...applyReply(get(), snapshot, unsaved.paths()),
          undoReset: undo,
          celebrating: false,
        });
        keepTabs(get, set);
      } catch (error) {
        get().fail(error);
      }
    },
    forgetUndo() {
      set({ undoReset: null });
    },
    async restore(version) {
      const session = get().session;
      if (!session) return;
      await get().flush();
      try {
        const snapshot = await server.session.restore({ sessionId: session.sessionId, version });
        unsaved.clear();
        set({ ...applyReply(get(), snapshot, unsaved.paths()), undoReset: null });
        keepTabs(get, set);
        get().inform('Your earlier version is back.');
      } catch (error) {
        get().fail(error);
      }
    },
    async versions() {
      const session = get().session;
      if (!session) return [];
      try {
        return await server.session.versions({ sessionId: session.sessionId });
      } catch (error) {
        get().fail(error);
        return [];
      }
    },
    resolveConflict(keep) {
      const { conflict, files, filesToken } = get();
      if (!conflict) return;
      const mine = files.find((file) => file.path === conflict.path)?.text ?? '';
      set({ conflict: null });
      if (keep === 'theirs') {
        const next = get().revision + 1;
        unsaved.set(conflict.path, { text: conflict.theirs, revision: next });
        set({
          files: files.map((file) => (file.path === conflict.path ? { ...file, text: conflict.theirs } : file)),
          filesToken: filesToken + 1,
          revision: next,
          save: { status: 'saving' },
        });
        void get().flush();
        return;
      }
      const revision = get().revision + 1;
      unsaved.set(conflict.path, { text: mine, revision });
      set({ revision, save: { status: 'saving' } });
      void get().flush();
    },
  };
};

/** Closes the tabs of files that are no longer there and keeps at least one open. */
function keepTabs(get: () => State, set: (part: Partial<State>) => void): void {
  const { files, openFiles, activeFile, session } = get();
  const there = new Set(files.map((file) => file.path));
  const kept = openFiles.filter((path) => there.has(path));
  const entry = session && there.has(session.entry) ? session.entry : (files[0]?.path ?? null);
  const open = kept.length > 0 || entry === null ? kept : [entry];
  set({ openFiles: open, activeFile: activeFile && there.has(activeFile) ? activeFile : (open[0] ?? null) });
}
