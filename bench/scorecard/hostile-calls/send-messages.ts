import { messageReader } from '../../../src/server/sandbox/message-reader.ts';
import type { Random } from '../random.ts';
import { hostileLine } from './messages.ts';

/**
 * Gives the server's own reader hostile lines, in pieces, each line to a reader of its own since one ends it. Returns what
 * went wrong: a line that was taken for a message, was not refused, or made the reader throw.
 */
export function readHostileLines(count: number, random: Random): string[] {
  const wrong: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const line = hostileLine(random);
    const shown = `${line.subarray(0, 120).toString('utf8')}`;
    let refusals = 0;
    const read = messageReader(
      (message) => wrong.push(`taken as ${message.type}: ${shown}`),
      () => {
        refusals += 1;
      },
    );
    try {
      for (const piece of pieces(Buffer.concat([line, Buffer.from('\n{"type":"pong"}\n')]), random)) read(piece);
    } catch (error) {
      wrong.push(`thrown: ${error instanceof Error ? error.message : error}: ${shown}`);
    }
    if (refusals !== 1) wrong.push(`refused ${refusals} times: ${shown}`);
  }
  return wrong;
}

function pieces(bytes: Buffer, random: Random): Buffer[] {
  const made: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + random.whole(random.pick([10, 1_000, 100_000]));
    made.push(bytes.subarray(at, end));
    at = end;
  }
  return made;
}
