import { expect, test } from 'vitest';
import { LIMITS } from '../../contract/limits.ts';
import type { LogLine } from '../../contract/session.ts';
import { logRing } from './log-ring.ts';

function ring() {
  const lines: LogLine[] = [];
  const lost: number[] = [];
  const made = logRing((batch, dropped) => {
    lines.push(...batch);
    lost.push(dropped);
  });
  return { ring: made, texts: () => lines.map((line) => `${line.stream} ${line.text}`), lost };
}

test('lines are whole, whatever the chunks, and a last line without an end is not lost', () => {
  const { ring: made, texts, lost } = ring();
  const text = Buffer.from('größer\r\nzwei\ndrei');
  for (const byte of text) made.push('stdout', Buffer.from([byte]));
  made.push('stderr', Buffer.from('oh\n'));
  made.note('from the workbench');
  made.flush();
  expect(texts()).toEqual(['stdout größer', 'stdout zwei', 'stderr oh', 'workbench from the workbench', 'stdout drei']);
  expect(lost).toEqual([0]);
});

test('what does not fit is dropped and counted', () => {
  const { ring: made, texts, lost } = ring();
  const line = Buffer.from(`${'x'.repeat(1023)}\n`);
  const sent = (2 * LIMITS.logRingBytes) / line.length;
  for (let n = 0; n < sent; n += 1) made.push('stdout', line);
  made.flush();
  expect(texts().length).toBeLessThanOrEqual(LIMITS.logRingBytes / line.length);
  expect(texts().length + (lost[0] ?? 0)).toBe(sent);
});

test('a flood of empty lines is counted, not kept', () => {
  const { ring: made, texts, lost } = ring();
  const chunk = Buffer.alloc(65_536, '\n');
  for (let n = 0; n < 100; n += 1) made.push('stdout', chunk);
  made.flush();
  expect(texts().length).toBeLessThan(LIMITS.logRingBytes / 20);
  expect(texts().length + (lost[0] ?? 0)).toBe(100 * chunk.length);
});

test('a line without end comes in pieces', () => {
  const { ring: made, texts } = ring();
  made.push('stdout', Buffer.from('x'.repeat(20_000)));
  made.flush();
  expect(texts().map((text) => text.length)).toEqual([8_007, 8_007, 4_007]);
});

test('a line that is cut keeps its characters', () => {
  const { ring: made, texts } = ring();
  made.push('stdout', Buffer.from(`x${'ß'.repeat(9_000)}\n`));
  made.flush();
  expect(
    texts()
      .map((text) => text.slice('stdout '.length))
      .join(''),
  ).toBe(`x${'ß'.repeat(9_000)}`);
});

test('what would be an order to a terminal is taken out', () => {
  const seen: string[] = [];
  const ring = logRing((lines) => seen.push(...lines.map(({ text }) => text)));
  ring.push('stdout', Buffer.from('\u001b[2J\u001b]0;title\u0007\u001b[31mred\u001b[0m\tand\u0008 plain\r\n'));
  ring.push('stdout', Buffer.from(`\u001b[${'1;'.repeat(3_000)}\n`));
  ring.flush();
  expect(seen).toEqual(['red\tand plain', `[${'1;'.repeat(3_000)}`]);
});
