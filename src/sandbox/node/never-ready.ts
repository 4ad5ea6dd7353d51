import { errorMessage } from '../../contract/errors.ts';
import { LIMITS } from '../../contract/limits.ts';
import { buildAppPosition } from './build-app-position.ts';
import { report } from './report.ts';
import type { Workspace } from './workspace.ts';

/**
 * Reports RW_CODE_NEVER_READY when the start waits for something that does not come. When the event loop is blocked
 * this report stays out, and the server ends the process as RW_CODE_STALLED a little later.
 */
export function reportNeverReady(workspace: Workspace, entry: string, isReady: () => boolean): void {
  setTimeout(() => {
    if (isReady()) return;
    const message = errorMessage('RW_CODE_NEVER_READY', { ms: LIMITS.startMs });
    report({
      type: 'failed',
      failure: { code: 'RW_CODE_NEVER_READY', message, ...buildAppPosition(workspace, entry) },
    });
  }, LIMITS.startMs).unref();
}
