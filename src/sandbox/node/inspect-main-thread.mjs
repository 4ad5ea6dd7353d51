import { Session } from 'node:inspector';
import { setTimeout as wait } from 'node:timers/promises';

/** How long the main thread is sampled, and how many stacks are taken how far apart. */
const SAMPLE_MS = 50;
const STACKS = 5;
const BETWEEN_MS = 10;

/**
 * @typedef {import('./blocking-place.mjs').Frame} Frame
 * @typedef {import('./blocking-place.mjs').Profile} Profile
 * @typedef {{ profile?: Profile, stacks: Frame[][] }} Seen
 */

/**
 * Connects to the main thread; call it while the inspector is still allowed.
 * `look` gives what it saw of that thread until `deadline` resolved, which is less or nothing while native code runs. The
 * main thread does not go on afterwards. `heapUsed` asks for the use of its heap in bytes; native code and collections of
 * garbage delay the answer, loops do not.
 *
 * @returns {{ look: (deadline: Promise<void>) => Promise<Seen>, heapUsed: () => Promise<number> }}
 */
export function inspectMainThread() {
  const session = new Session();
  session.connectToMainThread();
  /** @type {Map<string, string>} */
  const urls = new Map();
  session.on('Debugger.scriptParsed', ({ params }) => urls.set(params.scriptId, params.url));

  /**
   * @param {string} method
   * @returns {Promise<any>}
   */
  const post = (method) =>
    new Promise((resolve, reject) => {
      session.post(method, (error, result) => (error ? reject(error) : resolve(result)));
    });

  /** @returns {Promise<Frame[]>} */
  const stack = () =>
    new Promise((resolve) => {
      session.once('Debugger.paused', ({ params }) => {
        resolve(
          params.callFrames.map(({ location, functionLocation: start }) => ({
            url: urls.get(location.scriptId) ?? '',
            line: location.lineNumber + 1,
            inFunction: `${start?.scriptId}:${start?.lineNumber}:${start?.columnNumber}`,
          })),
        );
      });
      session.post('Debugger.pause');
    });

  /** @param {Seen} seen */
  const lookAround = async (seen) => {
    await post('Profiler.enable');
    await post('Profiler.start');
    await wait(SAMPLE_MS);
    seen.profile = (await post('Profiler.stop')).profile;
    await post('Debugger.enable');
    while (seen.stacks.length < STACKS) {
      seen.stacks.push(await stack());
      session.post('Debugger.resume');
      await wait(BETWEEN_MS);
    }
  };

  return {
    async look(deadline) {
      /** @type {Seen} */
      const seen = { stacks: [] };
      await Promise.race([lookAround(seen).catch(() => {}), deadline]);
      return seen;
    },
    heapUsed: async () => (await post('Runtime.getHeapUsage')).usedSize,
  };
}
