import { create, type StateCreator } from 'zustand';
import { courseSlice } from './course-slice.ts';
import { memorySlice } from './memory-slice.ts';
import { sessionSlice } from './session-slice.ts';
import type { State } from './session-state.ts';
import { viewSlice } from './view-slice.ts';
import { workspaceSlice } from './workspace-slice.ts';

const everything: StateCreator<State> = (...rest) => ({
  ...memorySlice(...rest),
  ...courseSlice(...rest),
  ...sessionSlice(...rest),
  ...workspaceSlice(...rest),
  ...viewSlice(...rest),
});

/**
 * The one store of the window: course, lesson, session, workspace, view.
 * In components: `const files = useSession((s) => s.files)`. Elsewhere: `useSession.getState()`, `useSession.subscribe(...)`.
 * Select single values or actions, not new objects (or wrap with `useShallow`).
 */
export const useSession = create<State>()(everything);
