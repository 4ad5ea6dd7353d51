import { isFlat } from '../../contract/json-size.ts';
import { LIMITS } from '../../contract/limits.ts';
import { FromSandbox } from '../../contract/sandbox.ts';

/**
 * Messages in one window of 100 ms, and their bytes: an honest process sends a handful, and one that is as large as a
 * message may be. Reading more would hold the server up.
 */
const MESSAGES_PER_WINDOW = 50;
const BYTES_PER_WINDOW = 1.5 * LIMITS.sandboxMessageBytes;
/** Of tests there are more, and each message is small. */
const TESTS_PER_WINDOW = 500;
const WINDOW_MS = 100;
const TEST = /^\{"type":"test-(begun|ended)"/;
/** The document, and what is around it. */
const DEEPEST = LIMITS.documentDepth + 10;

/**
 * Reads the reports of one learner process: lines of JSON from a pipe, all of it untrusted.
 * Returns what to call with each chunk. `onMessage` gets what parses as `FromSandbox`; `onAbuse` is called once, and
 * nothing is read after it, when a line is larger than `LIMITS.sandboxMessageBytes`, is not a message, or too many come.
 */
export function messageReader(
  onMessage: (message: FromSandbox) => void,
  onAbuse: (reason: string) => void,
): (chunk: Buffer) => void {
  let parts: Buffer[] = [];
  let size = 0;
  let closed = false;
  let windowStart = 0;
  let inWindow = 0;
  let testsInWindow = 0;
  let bytesInWindow = 0;

  const abuse = (reason: string) => {
    closed = true;
    parts = [];
    onAbuse(reason);
  };

  const take = (line: string) => {
    const now = performance.now();
    if (now - windowStart > WINDOW_MS) {
      windowStart = now;
      inWindow = 0;
      testsInWindow = 0;
      bytesInWindow = 0;
    }
    if (TEST.test(line)) testsInWindow += 1;
    else inWindow += 1;
    bytesInWindow += line.length;
    const tooMany = inWindow > MESSAGES_PER_WINDOW || testsInWindow > TESTS_PER_WINDOW;
    if (tooMany || bytesInWindow > BYTES_PER_WINDOW) {
      return abuse('it flooded the workbench with messages');
    }
    const message = parse(line);
    if (!message) return abuse('it sent something that is not a message of the workbench');
    onMessage(message);
  };

  return (chunk) => {
    let from = 0;
    while (!closed) {
      const end = chunk.indexOf(0x0a, from);
      const part = chunk.subarray(from, end === -1 ? undefined : end);
      parts.push(part);
      size += part.length;
      if (size > LIMITS.sandboxMessageBytes) return abuse('it sent a message that is too large');
      if (end === -1) return;
      const line = Buffer.concat(parts).toString('utf8');
      parts = [];
      size = 0;
      from = end + 1;
      take(line);
    }
  };
}

function parse(line: string): FromSandbox | undefined {
  if (!isFlat(line, DEEPEST)) return undefined;
  try {
    return FromSandbox.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
