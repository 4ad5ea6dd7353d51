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

test('a line without end comes in pieces', () => {
  const { ring: made, texts } = ring();
  made.push('stdout', Buffer.from('x'.repeat(20_000)));
  made.flush();
  expect(texts().map((text) => text.length)).toEqual([8_007, 8_007, 4_007]);
});
