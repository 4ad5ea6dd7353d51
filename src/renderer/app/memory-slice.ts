import type { StateCreator } from 'zustand';
import { readFailure, server } from './api.ts';
import type { MemorySlice, Notice, State } from './session-state.ts';

const NOTICES_SHOWN = 4;

/** What is remembered over a restart, and what the person is told. */
export const memorySlice: StateCreator<State, [], [], MemorySlice> = (set, get) => {
  let noticeCount = 0;

  const tell = (notice: Omit<Notice, 'id'>) => {
    noticeCount += 1;
    const id = noticeCount;
    const same = (old: Notice) => old.code === notice.code && old.message === notice.message;
    set({ notices: [...get().notices.filter((old) => !same(old)), { ...notice, id }].slice(-NOTICES_SHOWN) });
  };

  return {
    remembered: {},
    notices: [],
    remember(key, value) {
      if (get().remembered[key] === value) return;
      set({ remembered: { ...get().remembered, [key]: value } });
      server.settings.set({ key, value }).catch(() => {
        // Only a convenience is lost, and the status bar already says when the server is away.
      });
    },
    fail(error) {
      tell({ tone: 'error', ...readFailure(error) });
    },
    inform(message, action = '', code = '') {
      tell({ tone: 'info', code, message, action });
    },
    dismiss(id) {
      set({ notices: get().notices.filter((notice) => notice.id !== id) });
    },
  };
};
