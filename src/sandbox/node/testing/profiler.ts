import { type Profiler, Session } from 'node:inspector';

/** Counts how often code runs. */
export type Counter = {
  /** From now on code that is loaded is counted. */
  start(): void;
  /** What was counted of each script since `start`, which ends with this. */
  stop(): readonly Profiler.ScriptCoverage[];
};

/**
 * Connects to the engine's own profiler. To be called while the inspector is still allowed; the session lives on when it
 * is not, and learner code cannot reach it.
 */
export function openCounter(): Counter {
  const session = new Session();
  session.connect();
  // Within one thread the answer is there when `post` returns.
  let found: readonly Profiler.ScriptCoverage[] = [];
  return {
    start() {
      session.post('Profiler.enable');
      session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    },
    stop() {
      session.post('Profiler.takePreciseCoverage', (_, answer) => {
        found = answer?.result ?? [];
      });
      session.post('Profiler.stopPreciseCoverage');
      session.post('Profiler.disable');
      return found;
    },
  };
}
