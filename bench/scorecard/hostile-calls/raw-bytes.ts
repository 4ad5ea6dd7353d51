import type { Random } from '../random.ts';

/**
 * A request that breaks HTTP itself around an honest call that would change something (`honest`: its headers but Host, and
 * its body): two lengths, a smuggled second request, no Host, a version that is none, headers without end.
 * Left out is what Node reads as the same honest request: two spaces for one, or no version at all.
 */
export function rawBytes(path: string, headers: Record<string, string>, body: string, port: string, random: Random) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = (start: string, extra: string[]) => `${[start, ...lines, ...extra].join('\r\n')}\r\n\r\n`;
  const host = `host: 127.0.0.1:${port}`;
  const length = `content-length: ${Buffer.byteLength(body)}`;
  const post = `POST ${path} HTTP/1.1`;
  return Buffer.from(
    random.pick<() => string>([
      () => head(post, [host, length, 'transfer-encoding: chunked']) + body,
      () => head(post, [host, length, 'content-length: 3']) + body,
      () => head(post, [host, 'content-length: -1']) + body,
      () => head(post, [host, 'content-length: 99999999999999999999']) + body,
      () => `${head(post, [host, 'transfer-encoding: chunked'])}zz\r\n${body}`,
      () => head(post, [length]) + body,
      () => head(post, [host, 'host: evil.test', length]) + body,
      () => head(`POST ${path} HTTP/7.3`, [host, length]) + body,
      () => head(`PO ST ${path} HTTP/1.1`, [host, length]) + body,
      () => head(`POST http://evil.test${path} HTTP/1.1`, ['host: evil.test', length]) + body,
      () => head(post, [host, `x-pad: ${'y'.repeat(100_000)}`, length]) + body,
      () => head(post, [host, ...Array.from({ length: 3_000 }, (_, n) => `x-${n}: y`), length]) + body,
      () => head(post, [host, 'x-\u0000: y', length]) + body,
      () => `${post}\r\n${lines[0]}`,
      () => head('CONNECT 127.0.0.1:22 HTTP/1.1', [host]),
      () => head(`GET ${path} HTTP/1.1`, [host, 'connection: upgrade', 'upgrade: h2c', 'http2-settings: AAAA']),
      () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      () => '\u0016\u0003\u0001\u0000\u0000',
    ])(),
    'latin1',
  );
}
