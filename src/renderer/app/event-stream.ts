import type { SessionEvent, SessionSnapshot } from '../../contract/session.ts';
import { isUnreachable, readFailure, server } from './api.ts';
import { perFrame } from './per-frame.ts';
import { applyEvent, applySnapshot } from './session-events.ts';
import type { State } from './session-state.ts';
import { placeForStream } from './stream-place.ts';
import { unsaved } from './unsaved.ts';

const RETRY_MS = [250, 500, 1_000, 2_000, 4_000];

type StreamEvent = SessionEvent | { type: 'snapshot'; snapshot: SessionSnapshot };
type Store = { get: () => State; set: (part: Partial<State>) => void };

/**
 * Follows a session's events until `signal` aborts, connecting again when the stream ends.
 * `reopen` is called when the server no longer knows the session (it was restarted).
 */
export async function followSession(
  { get, set }: Store,
  sessionId: string,
  signal: AbortSignal,
  reopen: () => void,
): Promise<void> {
  await placeForStream(() => set({ connection: 'waiting' }));
  const shown = { live: 0 };
  const apply = perFrame<StreamEvent>((events) => {
    if (!signal.aborted) set(applyEvents(get(), events, shown));
    if (unsaved.paths().size > 0 && events.some((event) => event.type === 'snapshot')) void get().flush();
  });
  let told = false;
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      const events = await server.session.events({ sessionId }, { signal });
      for await (const event of events) {
        if (signal.aborted) return;
        if (event.type === 'snapshot') failures = 0;
        apply(event);
      }
    } catch (error) {
      if (signal.aborted) return;
      if (readFailure(error).code === 'RW_SESSION_UNKNOWN') return reopen();
      if (!isUnreachable(error) && !told) get().fail(error);
      told = !isUnreachable(error);
    }
    if (signal.aborted) return;
    if (failures > 0) set({ connection: 'lost' });
    await rest(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 4_000, signal);
  }
}

/** What several events change together, in their order. */
function applyEvents(before: State, events: StreamEvent[], shown: { live: number }): Partial<State> {
  let changes: Partial<State> = {};
  for (const event of events) {
    const state = { ...before, ...changes };
    const next =
      event.type === 'snapshot'
        ? takeSnapshot(state, event.snapshot, shown)
        : applyEvent(state, event, shown, unsaved.paths());
    changes = { ...changes, ...next };
  }
  return changes;
}

function takeSnapshot(state: State, snapshot: SessionSnapshot, shown: { live: number }): Partial<State> {
  shown.live = snapshot.revision;
  // A snapshot that was taken before an edit arrived must not bring the older text back.
  const revision = Math.max(state.revision, snapshot.revision);
  const { files, filesToken } = state;
  const older = snapshot.revision < state.revision ? { files, filesToken } : {};
  return { ...applySnapshot(state, snapshot, unsaved.paths()), ...older, revision, connection: 'open' };
}

function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
