import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

it.each([
  ['colours', '\x1b[1;31mred\x1b[0m and plain', 'red and plain'],
  ['a cleared screen and a moved cursor', '\x1b[2J\x1b[10;20Hhere', 'here'],
  ['a new title of the window', '\x1b]0;owned\x07after', 'after'],
  ['a link', '\x1b]8;;https://example.org\x1b\\text\x1b]8;;\x1b\\', 'text'],
  ['a command of one byte', '\x9b31mred\x9b0m', 'red'],
  ['a device string', '\x1bPq#0;2;0;0;0\x1b\\after', 'after'],
  ['a reset', 'before\x1bcafter', 'beforeafter'],
  ['a character set', '\x1b(0lqk\x1b(B', 'lqk'],
  ['a command that is cut off', 'before\x1b[31', 'before'],
  ['a title that is cut off', 'before\x1b]0;titl', 'before'],
  ['progress that overwrites itself', '10 %\r50 %\r100 %\r', '100 %'],
  ['bells, backspaces and nulls', 'a\x07b\x08c\x00d', 'abcd'],
  ['text turned around', 'user\u202etxt.exe', 'usertxt.exe'],
])('takes out %s', (_what, line, shown) => {
  expect(plainText(line)).toBe(shown);
});

it('leaves text as it is', () => {
  const text = 'Grüße\t[31m is what one writes after ESC, <b>not</b> markup 日本語 👩‍🚀';
  expect(plainText(text)).toBe(text);
});

it('takes time in proportion to the length, whatever stands in the line', () => {
  for (const part of ['\x1b[', '\x1b]', '\x1b', '\x9b0;', '\r']) {
    const time = (length: number) => {
      const line = part.repeat(length);
      // Of the processor, in milliseconds: what else runs on the machine does not count.
      const before = process.threadCpuUsage();
      for (let round = 0; round < 20; round += 1) plainText(line);
      return process.threadCpuUsage(before).user / 1000;
    };
    time(1_000);
    expect(time(40_000) / Math.max(1, time(4_000))).toBeLessThan(60);
  }
});
