/**
 * A browser keeps at most six connections to one address (HTTP/1.1), and each window's event stream takes one for good.
 * Five may stream, so that one connection is left for everything else of all windows.
 */
const PLACES = ['stream-1', 'stream-2', 'stream-3', 'stream-4', 'stream-5'];

let place: Promise<void> | null = null;

/** Resolves when this window may keep an event stream open, as it then may until it is closed. `onFull`: it has to wait. */
export function placeForStream(onFull: () => void): Promise<void> {
  place ??= isLimited() ? take(onFull) : Promise.resolve();
  return place;
}

async function take(onFull: () => void): Promise<void> {
  const race = { won: false };
  for (const name of PLACES) {
    if (await hold(name, { ifAvailable: true }, race)) return;
  }
  onFull();
  const others = new AbortController();
  await Promise.any(PLACES.map((name) => hold(name, { signal: others.signal }, race)));
  others.abort();
}

/** False when it is not to be had. A lock is held until the window is gone, however it goes. */
function hold(name: string, options: LockOptions, race: { won: boolean }): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const keep = (lock: Lock | null): Promise<void> | undefined => {
      const isOurs = lock !== null && !race.won;
      if (isOurs) race.won = true;
      resolve(isOurs);
      return isOurs ? new Promise(() => {}) : undefined;
    };
    navigator.locks.request(name, options, keep).catch(reject);
  });
}

/** Later versions of HTTP share one connection, and browsers speak them over TLS only. A page without locks cannot count. */
function isLimited(): boolean {
  return location.protocol === 'http:' && 'locks' in navigator;
}
