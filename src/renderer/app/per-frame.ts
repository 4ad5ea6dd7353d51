/** A window that is not in view draws no frames; then what waits is handed on after this time (ms). */
const UNSEEN_MS = 200;

export type Frames = { request(then: () => void): void };

/**
 * Hands items on at most once a frame: the first at once, what follows before the next frame is drawn, together and in
 * order. So a burst of events costs one drawing a frame, and a single one waits for nothing.
 */
export function perFrame<T>(apply: (items: T[]) => void, frames: Frames = windowFrames): (item: T) => void {
  let waiting: T[] = [];
  let isFrameAsked = false;

  function askFrame(): void {
    isFrameAsked = true;
    frames.request(() => {
      isFrameAsked = false;
      if (waiting.length === 0) return;
      const items = waiting;
      waiting = [];
      askFrame();
      apply(items);
    });
  }

  return (item) => {
    waiting.push(item);
    if (isFrameAsked) return;
    const items = waiting;
    waiting = [];
    askFrame();
    apply(items);
  };
}

const windowFrames: Frames = {
  request(then) {
    let done = false;
    const once = () => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      then();
    };
    const timer = setTimeout(once, UNSEEN_MS);
    requestAnimationFrame(once);
  },
};
