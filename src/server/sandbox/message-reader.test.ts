import { expect, test } from 'vitest';
import { LIMITS } from '../../contract/limits.ts';
import type { FromSandbox } from '../../contract/sandbox.ts';
import { messageReader } from './message-reader.ts';

function reader() {
  const messages: FromSandbox[] = [];
  const abuses: string[] = [];
  const read = messageReader(
    (message) => messages.push(message),
    (reason) => abuses.push(reason),
  );
  return { messages, abuses, read: (text: string) => read(Buffer.from(text)) };
}

const LINE = '{"type":"rehearsed"}\n';

test('messages are read however the chunks fall, also inside a character', () => {
  const { messages, abuses, read } = reader();
  const line = Buffer.from(
    `${JSON.stringify({ type: 'failed', failure: { code: 'RW_CODE_THROWS', message: 'größer' } })}\n`,
  );
  const split = messageReader(
    (message) => messages.push(message),
    (reason) => abuses.push(reason),
  );
  for (const byte of line) split(Buffer.from([byte]));
  read(LINE + LINE.slice(0, 5));
  read(LINE.slice(5));
  expect(messages).toEqual([
    { type: 'failed', failure: { code: 'RW_CODE_THROWS', message: 'größer' } },
    { type: 'rehearsed' },
    { type: 'rehearsed' },
  ]);
  expect(abuses).toEqual([]);
});

test.for([
  ['no JSON', 'hello\n'],
  ['no message', '{"type":"grade","passed":true}\n'],
  ['more than a message', '{"type":"rehearsed","extra":1}\n'],
  ['a port that is none', '{"type":"ready","port":0,"openapi":null,"routes":[]}\n'],
  ['a code that is none', '{"type":"failed","failure":{"code":"RW_OK","message":""}}\n'],
] as const)('%s ends the reading', ([, text]) => {
  const { messages, abuses, read } = reader();
  read(text);
  read(LINE);
  expect(abuses).toEqual(['it sent something that is not a message of the workbench']);
  expect(messages).toEqual([]);
});

test('a line without end is given up at the limit', () => {
  const { abuses, read } = reader();
  const chunk = ' '.repeat(64 * 1024);
  for (let sent = 0; sent <= LIMITS.sandboxMessageBytes; sent += chunk.length) read(chunk);
  expect(abuses).toEqual(['it sent a message that is too large']);
});

test('a flood is given up once, before it is all read', () => {
  const { messages, abuses, read } = reader();
  read(LINE.repeat(100_000));
  read(LINE);
  expect(abuses).toEqual(['it flooded the workbench with messages']);
  expect(messages.length).toBeLessThan(1_000);
});

test('a flood of large messages is given up before it is all read', () => {
  const { messages, abuses, read } = reader();
  const entry = { at: 0, method: 'GET', url: '/'.repeat(500), status: 200, ms: 0 };
  const line = `${JSON.stringify({ type: 'traffic', entries: new Array(1_000).fill(entry), dropped: 0 })}\n`;
  read(line.repeat(10));
  expect(abuses).toEqual(['it flooded the workbench with messages']);
  expect(messages.length).toBeLessThan(4);
});

test('a document that nobody could show is not a message', () => {
  const deep = '['.repeat(100_000);
  const { abuses, read } = reader();
  read(`{"type":"ready","port":1,"routes":[],"openapi":{"a":${deep}${deep.replaceAll('[', ']')}}}\n`);
  expect(abuses).toHaveLength(1);
});

test('a quick suite of tests is heard in full, a flood of results is not', () => {
  const line = (nth: number) =>
    `${JSON.stringify({ type: 'test-begun', variant: 0, test: { name: `test ${nth}`, file: 'test/a.test.ts' } })}\n`;
  const suite = reader();
  for (let nth = 0; nth < 200; nth += 1) suite.read(line(nth));
  expect(suite.abuses).toEqual([]);
  expect(suite.messages).toHaveLength(200);
  const flood = reader();
  flood.read(line(0).repeat(20_000));
  expect(flood.abuses).toEqual(['it flooded the workbench with messages']);
});
