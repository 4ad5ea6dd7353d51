import { createHook } from 'node:async_hooks';
import { currentWorkspace } from '../workspace.ts';

/** Node's own code between whoever sets a timer and the hook. */
const OF_TIMERS = /\bnode:(?:internal\/)?(?:timers|async_hooks|util|promisify)\b/;

/** From now on remembers timers that code of the workspace sets. Returns whether one set since the last call may still fire. */
export function watchTimers(): () => boolean {
  const timers = new Set<object>();
  createHook({
    init(_id, type, _trigger, resource) {
      if ((type === 'Timeout' || type === 'Immediate') && isOwn()) timers.add(resource);
    },
    trackPromises: false,
  }).enable();
  return () => {
    const isLeft = [...timers].some((timer) => Reflect.get(timer, '_destroyed') !== true);
    timers.clear();
    return isLeft;
  };
}

/** Whether whoever asked for the timer, at once, is code of the workspace: what packages set is theirs to end. */
function isOwn(): boolean {
  const workspace = currentWorkspace();
  const { stack } = new Error('timer');
  if (!workspace || typeof stack !== 'string') return true;
  const frames = stack.split('\n');
  return frames[frames.findLastIndex((frame) => OF_TIMERS.test(frame)) + 1]?.includes(workspace.url) ?? false;
}
