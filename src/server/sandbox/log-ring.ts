import { StringDecoder } from 'node:string_decoder';
import { LIMITS } from '../../contract/limits.ts';
import type { LogLine } from '../../contract/session.ts';

/** How often lines are handed on. */
const BATCH_MS = 50;
/** Sustained rate; above it lines are dropped and counted. */
const BYTES_PER_SECOND = 2 * 1024 * 1024;
/** Longer lines are cut into pieces of this length. */
const LINE_CHARS = 8_000;
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
  const streams = {
    stdout: { decoder: new StringDecoder('utf8'), rest: '' },
    stderr: { decoder: new StringDecoder('utf8'), rest: '' },
  };
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

  const add = (stream: LogLine['stream'], text: string) => {
    const cost = text.length + LINE_BYTES;
    if (!fits(cost)) {
      dropped += 1;
    } else {
      budget -= cost;
      bytes += cost;
      waiting.push({ at: Date.now(), stream, text: plainText(text) });
    }
    timer ??= setTimeout(deliver, BATCH_MS);
  };

  return {
    push(stream, chunk) {
      const state = streams[stream];
      const text = state.decoder.write(chunk);
      if (stream === 'stderr') lastErrors = (lastErrors + text).slice(-4_000);
      refill();
      const whole = state.rest + text;
      let from = 0;
      for (let end = whole.indexOf('\n'); end !== -1; end = whole.indexOf('\n', from)) {
        for (const piece of pieces(whole.slice(from, end))) add(stream, piece);
        from = end + 1;
        if (fits(LINE_BYTES)) continue;
        // Not even an empty line fits: the rest of a flood is counted at once.
        const last = whole.lastIndexOf('\n');
        dropped += linesIn(whole, from, last + 1);
        from = last + 1;
      }
      state.rest = whole.slice(from);
      while (state.rest.length > LINE_CHARS) {
        add(stream, state.rest.slice(0, LINE_CHARS));
        state.rest = state.rest.slice(LINE_CHARS);
      }
    },
    note(text) {
      refill();
      add('workbench', text);
    },
    flush() {
      for (const stream of ['stdout', 'stderr'] as const) {
        if (streams[stream].rest !== '') add(stream, streams[stream].rest);
        streams[stream].rest = '';
      }
      deliver();
    },
    tail: () => lastErrors,
  };
}

function linesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === 0x0a) count += 1;
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

function pieces(line: string): string[] {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  if (text.length <= LINE_CHARS) return [text];
  const found: string[] = [];
  for (let at = 0; at < text.length; at += LINE_CHARS) found.push(text.slice(at, at + LINE_CHARS));
  return found;
}
