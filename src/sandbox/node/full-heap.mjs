/**
 * V8 gives up on a full heap only after several long collections in a row, which take longer than all the rest. This
 * finds out earlier: it asks the main thread for the use of its heap again and again. When an answer had to wait for as
 * long as a collection takes, and the heap is full all the same, that collection was in vain.
 */

/** From this share of the limit on the heap counts as full. */
const FULL = 0.92;
/** A longer wait is a collection; else the main thread answers at once, even from within a loop. */
const COLLECTION_MS = 30;
/** After so long a collection that freed something and left the heap full there is nothing more to hope for. */
const THOROUGH_MS = 60;
/** A shorter one may be followed by a better one, or was a wait for the processor. */
const IN_VAIN = 2;

/**
 * @param {() => Promise<number>} heapUsed asks the main thread, in bytes
 * @param {number} limit of the heap, in bytes
 * @param {() => void} onFull called once
 * @returns {() => void} asks once, unless an answer is still to come
 */
export function watchHeap(heapUsed, limit, onFull) {
  let asking = false;
  let before = 0;
  let inVain = 0;
  return () => {
    if (asking || inVain >= IN_VAIN) return;
    asking = true;
    const at = performance.now();
    const hear = (/** @type {number} */ used) => {
      asking = false;
      const ms = performance.now() - at;
      if (used < FULL * limit) inVain = 0;
      else if (ms > THOROUGH_MS && used < before) inVain = IN_VAIN;
      else if (ms > COLLECTION_MS) inVain += 1;
      before = used;
      if (inVain >= IN_VAIN) onFull();
    };
    heapUsed().then(hear, () => {});
  };
}
