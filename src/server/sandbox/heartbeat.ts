/** A turn of the server's own loop between two pings, and how many without an answer are one too many: 2.5 s. */
const PING_MS = 500;
const UNANSWERED = 5;

export type Heartbeat = { start(): void; answered(): void; stop(): void };

/**
 * Asks a process again and again whether its event loop turns, since code in it could deceive the watchdog there.
 * `ping` sends the question; `onSilent` is called once when no answer came to `UNANSWERED` of them. Turns are counted
 * and not time: a server that was held up itself, or a machine that slept, is nobody's silence. Begins with `start`.
 */
export function heartbeat(ping: () => void, onSilent: () => void): Heartbeat {
  let unanswered = 0;
  let timer: NodeJS.Timeout | undefined;
  const turn = () => {
    if (unanswered === UNANSWERED) {
      clearInterval(timer);
      onSilent();
      return;
    }
    unanswered += 1;
    ping();
  };
  return {
    start() {
      timer ??= setInterval(turn, PING_MS).unref();
    },
    answered() {
      unanswered = 0;
    },
    stop: () => clearInterval(timer),
  };
}
