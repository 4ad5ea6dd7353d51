import { LIMITS } from '../../contract/limits.ts';
import type { LogLine } from '../../contract/session.ts';

/** How often lines are handed on. */
const BATCH_MS = 50;
/** Sustained rate; above it lines are dropped and counted. */
const BYTES_PER_SECOND = 2 * 1024 * 1024;
/** Longer lines are cut into pieces of this many bytes. */
const PIECE_BYTES = 8_000;
const NEWLINE = 0x0a;
/** What a line costs beside its text, so that millions of empty ones are no way around the limits. */
const LINE_BYTES = 24;

export type LogSink = (lines: LogLine[], dropped: number) => void;

/** The output of one learner process on its way to the learner, bounded in size and rate. */
export type LogRing = {
  push(stream: 'stdout' | 'stderr', chunk: Buffer): void;
  /** A line of the workbench itself. */
  note(text: string): void;
  /** Hands on what waits, with unfinished lines. */
  flush(): void;
  /** The last bytes of stderr, to tell why a process died. */
  tail(): string;
};

/** Lines reach `sink` in batches; beyond `LIMITS.logRingBytes` waiting or 2 MB/s they are dropped and counted. */
export function logRing(sink: LogSink): LogRing {
  /** The begin of the line that is not at its end yet. */
  const rests = { stdout: NOTHING, stderr: NOTHING };
  let waiting: LogLine[] = [];
  let bytes = 0;
  let dropped = 0;
  let budget = BYTES_PER_SECOND;
  let refilled = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let lastErrors = '';

  const deliver = () => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0 && dropped === 0) return;
    const [lines, lost] = [waiting, dropped];
    waiting = [];
    bytes = 0;
    dropped = 0;
    sink(lines, lost);
  };

  const refill = () => {
    const now = performance.now();
    budget = Math.min(BYTES_PER_SECOND, budget + ((now - refilled) / 1000) * BYTES_PER_SECOND);
    refilled = now;
  };

  const fits = (cost: number) => cost <= budget && bytes + cost <= LIMITS.logRingBytes;

  /** Nothing is decoded that is dropped: in a flood that is nearly everything. */
  const add = (stream: LogLine['stream'], line: Buffer) => {
    const cost = line.length + LINE_BYTES;
    if (!fits(cost)) {
      dropped += 1;
    } else {
      budget -= cost;
      bytes += cost;
      waiting.push({ at: Date.now(), stream, text: plainText(line.toString('utf8')) });
    }
    timer ??= setTimeout(deliver, BATCH_MS);
  };

  /** Adds whole pieces of a line that began with `rest` and goes on with `part`; what is left is shorter than one. */
  const addPieces = (stream: LogLine['stream'], rest: Buffer, part: Buffer): Buffer => {
    if (rest.length + part.length <= PIECE_BYTES) return joined(rest, part);
    const first = characterEnd(part, PIECE_BYTES - rest.length);
    add(stream, joined(rest, part.subarray(0, first)));
    let left = part.subarray(first);
    while (left.length > PIECE_BYTES) {
      const end = characterEnd(left, PIECE_BYTES);
      add(stream, left.subarray(0, end));
      left = left.subarray(end);
    }
    return left;
  };

  return {
    push(stream, chunk) {
      if (stream === 'stderr') lastErrors = (lastErrors + chunk.toString('latin1', chunk.length - 4_000)).slice(-4_000);
      refill();
      let from = 0;
      for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
        add(stream, addPieces(stream, rests[stream], chunk.subarray(from, end)));
        rests[stream] = NOTHING;
        from = end + 1;
        if (fits(LINE_BYTES)) continue;
        // Not even an empty line fits: the rest of a flood is counted at once.
        const last = chunk.lastIndexOf(NEWLINE) + 1;
        dropped += linesIn(chunk.subarray(from, last));
        from = last;
      }
      const left = addPieces(stream, rests[stream], chunk.subarray(from));
      // A copy: a part of a chunk would keep all of it.
      rests[stream] = Buffer.from(left);
    },
    note(text) {
      refill();
      add('workbench', Buffer.from(text));
    },
    flush() {
      for (const stream of ['stdout', 'stderr'] as const) {
        if (rests[stream].length > 0) add(stream, rests[stream]);
        rests[stream] = NOTHING;
      }
      deliver();
    },
    tail: () => lastErrors,
  };
}

const NOTHING = Buffer.alloc(0);

function joined(first: Buffer, second: Buffer): Buffer {
  return first.length === 0 ? second : Buffer.concat([first, second]);
}

/** The last place at or before `at` where a character of UTF-8 ends. */
function characterEnd(bytes: Buffer, at: number): number {
  let end = at;
  while (end > 0 && end > at - 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return end;
}

function linesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === NEWLINE) count += 1;
  return count;
}

/** What a terminal would take for orders: colours and places, titles and links, and any other control character. */
const ORDERS = new RegExp(
  [
    String.raw`\u001b\[[0-?]*[ -/]*[@-~]`,
    String.raw`\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)`,
    String.raw`[\u0000-\u0008\u000a-\u001f\u007f-\u009f]`,
  ].join('|'),
  'g',
);

function plainText(text: string): string {
  return text.replace(ORDERS, '');
}
