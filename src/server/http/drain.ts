import type { IncomingMessage } from 'node:http';

/** What is read and thrown away at most, in bytes and ms. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_MS = 5_000;

/**
 * Reads the rest of a request that is refused for its size and throws it away: a browser that is still sending would
 * otherwise see a broken connection in place of the answer that says why. Never rejects.
 */
export async function drain(request: IncomingMessage): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) resolve();
  });
  for (const over of ['end', 'close', 'error']) request.once(over, resolve);
  const timer = setTimeout(resolve, MOST_MS);
  request.resume();
  await promise;
  clearTimeout(timer);
}
