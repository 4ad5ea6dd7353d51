/** Below what the server takes from a process that runs tests. */
const MESSAGES = 200;
const WINDOW_MS = 100;

// Learner code may put anything in their place.
const { now } = performance;
const { wait } = Atomics;
const never = new Int32Array(new SharedArrayBuffer(4));

/** Sends at once, but makes this thread wait when there are more messages than the server takes from an honest process. */
export function paced<T>(send: (message: T) => void): (message: T) => void {
  let windowStart = 0;
  let sent = 0;
  return (message) => {
    const at = now.call(performance);
    if (at - windowStart > WINDOW_MS) {
      windowStart = at;
      sent = 0;
    } else if (sent >= MESSAGES) {
      wait(never, 0, 0, WINDOW_MS - (at - windowStart));
      windowStart = now.call(performance);
      sent = 0;
    }
    sent += 1;
    send(message);
  };
}
