import { expect, test } from 'vitest';
import { answerReader } from './answer-reader.ts';

const ANSWERS =
  'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 500 No\r\ncontent-length: 0\r\n\r\nHTTP/1.1 404 No\r\n\r\n';

test.each([1, 2, 7, ANSWERS.length])('answers are told apart when they come in pieces of %i bytes', (size) => {
  const seen: number[] = [];
  const read = answerReader((status) => seen.push(status));
  for (let at = 0; at < ANSWERS.length; at += size) read(Buffer.from(ANSWERS.slice(at, at + size)));
  expect(seen).toEqual([200, 500, 404]);
});
