import type { StateCreator } from 'zustand';
import { server } from './api.ts';
import type { SessionSlice, State } from './session-state.ts';

/** What runs for the learner and what came of it. Events are applied by `event-stream.ts`. */
export const sessionSlice: StateCreator<State, [], [], SessionSlice> = (set, get) => ({
  session: null,
  revision: 0,
  live: { status: 'none' },
  checks: { status: 'idle', revision: 0, verdicts: [] },
  documents: {
    revision: 0,
    planned: null,
    planProblems: [],
    built: null,
    routes: [],
    contract: { rows: [], planned: 0, built: 0, drifted: 0, extra: 0 },
  },
  tests: { status: 'idle', revision: 0, tests: [], coverage: [], planted: [] },
  lab: { env: {} },
  logs: [],
  logsDropped: 0,
  logsGone: 0,
  traffic: [],
  trafficDropped: 0,
  trafficGone: 0,
  completed: false,
  celebrating: false,
  answers: {},
  explained: {},
  connection: 'open',
  async run() {
    const session = get().session;
    if (!session) return;
    await get().flush();
    try {
      const { revision } = await server.session.run({ sessionId: session.sessionId });
      set({ revision: Math.max(get().revision, revision) });
    } catch (error) {
      get().fail(error);
    }
  },
  async answer(questionId, answerId) {
    const session = get().session;
    if (!session) return;
    const { [questionId]: _, ...explained } = get().explained;
    set({ answers: { ...get().answers, [questionId]: answerId }, explained });
    try {
      const said = await server.session.answer({ sessionId: session.sessionId, questionId, answerId });
      if (get().answers[questionId] === answerId) set({ explained: { ...get().explained, [questionId]: said } });
    } catch (error) {
      get().fail(error);
    }
  },
  async send(request) {
    const session = get().session;
    if (!session) return null;
    try {
      return await server.session.send({ sessionId: session.sessionId, request });
    } catch (error) {
      get().fail(error);
      return null;
    }
  },
  clearLogs() {
    set({ logs: [], logsDropped: 0, logsGone: 0 });
  },
  clearTraffic() {
    set({ traffic: [], trafficDropped: 0, trafficGone: 0 });
  },
  dismissCelebration() {
    set({ celebrating: false });
  },
});
