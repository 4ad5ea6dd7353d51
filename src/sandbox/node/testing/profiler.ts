import { type Profiler, Session } from 'node:inspector';

/** Counts how often code runs. */
export type Counter = {
  /** From now on code that is loaded is counted. */
  start(): void;
  /** What was counted of each script since `start`, which ends with this. */
  stop(): readonly Profiler.ScriptCoverage[];
};

// Learner code may put anything in its place, and would be handed the session.
const { post } = Session.prototype;
const { apply } = Reflect;

/**
 * Connects to the engine's own profiler. To be called while the inspector is still allowed, and before there is code of
 * the learner's, which must never get at the session: whoever has it is beyond the permission model.
 */
export function openCounter(): Counter {
  const session = new Session();
  // Of what the engine tells by itself, such as after console.profile, nobody hears.
  Object.defineProperty(session, 'emit', { value: () => false });
  session.connect();
  const ask = (...order: unknown[]) => apply(post, session, order);
  return {
    start() {
      ask('Profiler.enable');
      ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    },
    stop() {
      let found: readonly Profiler.ScriptCoverage[] = [];
      // Within one thread the answer is there when this returns.
      ask('Profiler.takePreciseCoverage', (_: unknown, answer: Profiler.TakePreciseCoverageReturnType | undefined) => {
        found = answer?.result ?? [];
      });
      ask('Profiler.stopPreciseCoverage');
      ask('Profiler.disable');
      return found;
    },
  };
}
