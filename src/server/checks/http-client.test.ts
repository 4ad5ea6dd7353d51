import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { LIMITS } from '../../contract/limits.ts';
import { sendRequest } from './http-client.ts';

const never = new AbortController().signal;
const get = (path = '/') => ({ method: 'GET', path, headers: {} });

async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const serve = (listener: RequestListener): Promise<string> => listen(createServer(listener));
/** Answers each connection by hand, for what node:http would not send. */
const serveRaw = (talk: (socket: Socket) => void): Promise<string> =>
  listen(
    createSocketServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => talk(socket));
    }),
  );

describe('sendRequest', () => {
  test('sends what it is given and returns what comes back', async () => {
    const url = await serve((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        response.setHeader('set-cookie', ['a=1', 'b=2']);
        response.writeHead(201, { 'x-seen': `${request.method} ${request.url} ${request.headers['x-key']}` });
        response.end(body);
      });
    });
    const request = { method: 'POST', path: '/books?sort=title', headers: { 'x-key': 'k' }, body: '{"title":"Ä"}' };
    const response = await sendRequest(url, request, never);
    expect(response).toMatchObject({ status: 201, body: '{"title":"Ä"}', truncated: false });
    expect(response.headers).toMatchObject({ 'x-seen': 'POST /books?sort=title k', 'set-cookie': 'a=1, b=2' });
    expect(response.ms).toBeGreaterThan(0);
  });

  test('returns a redirect and does not follow it', async () => {
    const seen: string[] = [];
    const url = await serve((request, response) => {
      seen.push(request.url ?? '');
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await sendRequest(url, get('/start'), never)).toMatchObject({
      status: 302,
      headers: { location: '/elsewhere' },
    });
    expect(seen).toEqual(['/start']);
  });

  test('decodes what is compressed', async () => {
    const url = await serve((_, response) => {
      response.setHeader('content-encoding', 'gzip').end(gzipSync('{"data":[]}'));
    });
    expect((await sendRequest(url, get(), never)).body).toBe('{"data":[]}');
  });

  test.each([
    ['HEAD', 200, 'gzip'],
    ['HEAD', 200, 'br'],
    ['HEAD', 200, 'zstd'],
    ['GET', 304, 'deflate'],
    ['GET', 204, 'gzip'],
  ])('takes no body for a compressed one: %s, %i, %s', async (method, status, coding) => {
    const url = await serve((_, response) => response.writeHead(status, { 'content-encoding': coding }).end());
    expect(await sendRequest(url, { ...get(), method }, never)).toMatchObject({ status, body: '' });
  });

  test('reaches only the given API, whatever the path says', async () => {
    const seen: string[] = [];
    const other = await serve((_, response) => response.end('the other one'));
    const url = await serve((request, response) => {
      seen.push(request.url ?? '');
      response.end('mine');
    });
    const { host } = new URL(other);
    expect((await sendRequest(url, get(`//${host}/x`), never)).body).toBe('mine');
    expect(seen).toEqual([`//${host}/x`]);
    for (const path of [other, 'books', '', '/a b', '/a\r\nx: y'])
      await expect(sendRequest(url, get(path), never)).rejects.toMatchObject({ code: 'RW_REQUEST_REFUSED' });
  });

  test.each([
    ['a line break in a header', { method: 'GET', path: '/', headers: { 'x-a': 'b\r\nhost: evil' } }],
    ['a wrong length', { method: 'POST', path: '/', headers: { 'content-length': '9' }, body: 'a' }],
    ['a method with a space', { method: 'GET /x', path: '/', headers: {} }],
  ])('refuses %s', async (_, request) => {
    const url = await serve((_request, response) => response.end());
    await expect(sendRequest(url, request, never)).rejects.toMatchObject({ code: 'RW_REQUEST_REFUSED' });
  });

  const forever = (socket: Socket, head: string, chunk: string, every: number): void => {
    socket.write(head);
    const timer = setInterval(() => socket.write(chunk), every);
    socket.on('close', () => clearInterval(timer));
  };

  test.each<[string, (socket: Socket) => void]>([
    ['never answers', () => undefined],
    ['drips its headers', (socket) => forever(socket, 'HTTP/1.1 200 OK\r\n', 'x: y\r\n', 100)],
    ['drips its body', (socket) => forever(socket, 'HTTP/1.1 200 OK\r\ncontent-length: 999\r\n\r\n', 'x', 100)],
  ])('gives up on an API that %s', async (_, talk) => {
    const url = await serveRaw(talk);
    await expect(sendRequest(url, get(), never)).rejects.toMatchObject({ code: 'RW_CHECK_TIMEOUT' });
  });

  test('stops reading an endless body', async () => {
    const url = await serve((_, response) => {
      const block = Buffer.alloc(64 * 1024, 'x');
      const more = (): void => {
        while (!response.destroyed && response.write(block));
      };
      response.on('drain', more);
      more();
    });
    await expect(sendRequest(url, get(), never)).rejects.toMatchObject({ code: 'RW_CHECK_TOO_LARGE' });
  });

  test('stops at the decoded size of a compressed bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * LIMITS.responseBytes));
    const url = await serve((_, response) => {
      response.setHeader('content-encoding', 'gzip').end(bomb);
    });
    await expect(sendRequest(url, get(), never)).rejects.toMatchObject({ code: 'RW_CHECK_TOO_LARGE' });
  });

  test('reads a large compressed body of an API that hangs up without saying so', async () => {
    const text = randomBytes(400_000).toString('hex');
    const body = gzipSync(text);
    const head = `HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${body.length}\r\n\r\n`;
    const url = await serveRaw((socket) => {
      socket.write(head);
      socket.end(body);
    });
    expect((await sendRequest(url, get(), never)).body).toBe(text);
  });

  test.each<[string, string, string]>([
    ['interim answers', '', `HTTP/1.1 103 Early Hints\r\nlink: </${'a'.repeat(10_000)}>\r\n\r\n`],
    ['chunk extensions', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5;', 'x'.repeat(10_000)],
  ])('stops reading endless %s, of which nothing is a body', async (_, head, piece) => {
    const block = Buffer.from(piece.repeat(100));
    const url = await serveRaw((socket) => {
      socket.write(head);
      const more = (): void => {
        while (!socket.destroyed && socket.write(block));
      };
      socket.on('drain', more);
      more();
    });
    await expect(sendRequest(url, get(), never)).rejects.toMatchObject({ code: 'RW_CHECK_TOO_LARGE' });
  });

  test('reads a body of exactly the limit', async () => {
    const url = await serve((_, response) => response.end(Buffer.alloc(LIMITS.responseBytes, 'x')));
    expect((await sendRequest(url, get(), never)).body).toHaveLength(LIMITS.responseBytes);
  });

  test.each<[string, (socket: Socket) => void]>([
    ['hangs up', (socket) => socket.destroy()],
    ['is not HTTP', (socket) => socket.end('hello\r\n\r\n')],
    ['ends too early', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc')],
    [
      'breaks its compression',
      (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 3\r\n\r\nabc'),
    ],
    [
      'hangs up within its compression',
      (socket) =>
        socket.write('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 9\r\n\r\n', () => socket.destroy()),
    ],
  ])('says that the connection broke when the API %s', async (_, talk) => {
    const url = await serveRaw(talk);
    await expect(sendRequest(url, get(), never)).rejects.toMatchObject({ code: 'RW_CHECK_CONNECTION' });
  });

  test('says that the connection broke when nothing listens', async () => {
    const server = createServer();
    const url = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    await expect(sendRequest(url, get(), never)).rejects.toMatchObject({ code: 'RW_CHECK_CONNECTION' });
  });

  test('ends at once with the reason of the signal', async () => {
    const stop = new AbortController();
    const reason = new Error('a newer edit');
    const url = await serve(() => stop.abort(reason));
    await expect(sendRequest(url, get(), stop.signal)).rejects.toBe(reason);
    await expect(sendRequest(url, get(), stop.signal)).rejects.toBe(reason);
  });
});
