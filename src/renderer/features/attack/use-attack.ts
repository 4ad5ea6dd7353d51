import { useState } from 'react';
import type { AttackReport } from '../../../contract/attack.ts';
import { server } from '../../app/api.ts';
import { useSession } from '../../app/session-store.ts';

/** `outdated`: the code is another one than the one that was attacked. */
type Attack = { report: AttackReport | null; running: boolean; outdated: boolean; run: () => Promise<void> };

/** One attack of the open lesson, and what came of it when it was last run in this window. */
export function useAttack(checkId: string): Attack {
  const [last, setLast] = useState<{ report: AttackReport; revision: number } | null>(null);
  const [running, setRunning] = useState(false);
  const revision = useSession((s) => s.revision);
  const run = async () => {
    const { session, flush, fail } = useSession.getState();
    if (!session) return;
    setRunning(true);
    try {
      // What was typed last is attacked, too.
      await flush();
      const attacked = useSession.getState().revision;
      setLast({ report: await server.session.attack({ sessionId: session.sessionId, checkId }), revision: attacked });
    } catch (error) {
      fail(error);
    } finally {
      setRunning(false);
    }
  };
  return { report: last?.report ?? null, running, outdated: last !== null && revision > last.revision, run };
}
