import type { StateCreator } from 'zustand';
import { readFailure, server } from './api.ts';
import type { MemorySlice, Notice, State } from './session-state.ts';

const SETTLE_MS = 250;
const NOTICES_SHOWN = 4;

/** What is remembered over a restart, and what the person is told. */
export const memorySlice: StateCreator<State, [], [], MemorySlice> = (set, get) => {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
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
      clearTimeout(waiting.get(key));
      const send = () => {
        waiting.delete(key);
        server.settings.set({ key, value }).catch(() => {
          // Only a convenience is lost, and the status bar already says when the server is away.
        });
      };
      waiting.set(key, setTimeout(send, SETTLE_MS));
    },
    fail(error) {
      tell({ tone: 'error', ...readFailure(error) });
    },
    inform(message, action = '') {
      tell({ tone: 'info', code: '', message, action });
    },
    dismiss(id) {
      set({ notices: get().notices.filter((notice) => notice.id !== id) });
    },
  };
};
