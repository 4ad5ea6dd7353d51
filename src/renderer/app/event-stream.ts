import { isUnreachable, readFailure, server } from './api.ts';
import { applyEvent, applySnapshot } from './session-events.ts';
import type { State } from './session-state.ts';
import { unsaved } from './unsaved.ts';

const RETRY_MS = [250, 500, 1_000, 2_000, 4_000];

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
  const shown = { live: 0 };
  let told = false;
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      const events = await server.session.events({ sessionId }, { signal });
      for await (const event of events) {
        if (signal.aborted) return;
        if (event.type === 'snapshot') {
          failures = 0;
          shown.live = event.snapshot.revision;
          // A snapshot that was taken before an edit arrived must not bring the older text back.
          const revision = Math.max(get().revision, event.snapshot.revision);
          const { files, filesToken } = get();
          const older = event.snapshot.revision < get().revision ? { files, filesToken } : {};
          set({ ...applySnapshot(get(), event.snapshot, unsaved.paths()), ...older, revision, connection: 'open' });
          if (unsaved.paths().size > 0) void get().flush();
        } else {
          set(applyEvent(get(), event, shown, unsaved.paths()));
        }
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

function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
