import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress, type Zlib } from 'node:zlib';
import { RoutewrightError } from '../../contract/errors.ts';

const DECODERS = new Map<string, () => Transform & Zlib>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
  ['zstd', createZstdDecompress],
]);

/**
 * The text of a body, decoded by its `content-encoding` (one coding; others are read as they come). No bytes at all are
 * no text, as in an answer to HEAD, which names the coding that an answer to GET has.
 * Throws RW_CHECK_TOO_LARGE as soon as the decoded bytes pass `limit`, so a small bomb stays small.
 */
export async function readBody(body: Readable, encoding: unknown, limit: number): Promise<string> {
  const decoder = DECODERS.get(
    String(encoding ?? '')
      .trim()
      .toLowerCase(),
  )?.();
  const stream = decoder ? body.pipe(decoder) : body;
  // pipe() does not carry errors: without this a broken connection would leave the decoder waiting for ever.
  if (decoder) body.once('error', (error) => decoder.destroy(error));
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > limit) throw new RoutewrightError('RW_CHECK_TOO_LARGE', { limit });
      chunks.push(bytes);
    }
  } catch (error) {
    if (decoder?.bytesWritten !== 0 || !isCutOff(error)) throw error;
  } finally {
    body.on('error', () => undefined);
    body.destroy();
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Whether a decoder says that its input ended too early, which it says of no input as well. */
function isCutOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR';
}
