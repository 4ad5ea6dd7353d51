/** Why a run ends after Ctrl+C. */
export const STOPPED = new Error('stopped');
