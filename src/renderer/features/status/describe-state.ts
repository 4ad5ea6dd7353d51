import type { LiveState } from '../../../contract/session.ts';
import type { State } from '../../app/session-state.ts';
import { whyHeld } from '../failure/why-held.ts';

export type StateTone = 'good' | 'busy' | 'waiting' | 'bad' | 'idle';

/** The state of the learner's API in two or three words, with a note where an older version still answers. */
export function describeState(
  live: LiveState,
  connection: State['connection'],
): { tone: StateTone; words: string; note: string } {
  if (connection === 'waiting') {
    return { tone: 'waiting', words: 'Too many windows', note: 'close another one of this workbench' };
  }
  if (connection === 'lost') return { tone: 'bad', words: 'Workbench not reachable', note: 'connecting again' };
  switch (live.status) {
    case 'live':
      return { tone: 'good', words: 'Live', note: '' };
    case 'starting':
      return { tone: 'busy', words: 'Starting', note: '' };
    case 'failed':
      return { tone: 'bad', words: 'Failed', note: live.url ? 'an older version answers' : '' };
    case 'stopped':
      return live.held
        ? { tone: 'waiting', words: 'Not started', note: whyHeld(live.failure) }
        : { tone: 'bad', words: 'Stopped', note: '' };
    case 'none':
      return { tone: 'idle', words: 'No API yet', note: '' };
  }
}
