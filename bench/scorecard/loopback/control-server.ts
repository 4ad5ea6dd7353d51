import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Target } from './attack.ts';

const SECRET = 'the code of the learner';
/** RFC 6455, section 1.3. */
const SOCKET_KEY = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const PAGE = `<!doctype html><title>Unguarded</title><main>${SECRET}</main>
<script>onmessage = (event) => event.source.postMessage('${SECRET}', '*')</script>`;

/** A server with the workbench's paths and none of its guards. */
export type ControlServer = {
  target: Target;
  port: number;
  /** The words of every write that reached it. */
  written: Set<string>;
  close(): void;
};

/**
 * What an attack must succeed against to prove anything: it reads any body, takes any method and origin, says that every
 * site may read its answers, and upgrades every socket.
 */
export async function startControl(): Promise<ControlServer> {
  const written = new Set<string>();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString('utf8');
    });
    request.on('end', () => answer(request, response, body, written));
  });
  server.on('upgrade', acceptSocket);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    target: { origin: `http://127.0.0.1:${port}`, script: '/app.js', style: '/app.css' },
    port,
    written,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse, body: string, written: Set<string>): void {
  const { pathname, search } = new URL(request.url ?? '/', 'http://control');
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE');
  response.setHeader('access-control-allow-headers', 'content-type, x-http-method-override');
  if (request.method === 'OPTIONS') return void response.writeHead(204).end();
  if (pathname === '/rpc/settings/set') {
    const word = /"key":"([^"]+)"/.exec(body + decodeURIComponent((search + body).replaceAll('+', ' ')))?.[1];
    if (word !== undefined) written.add(word);
  }
  if (pathname === '/rpc/session/events') return void eventStream(response);
  const [type, text] = FILES[pathname] ?? ['application/json', JSON.stringify({ json: SECRET })];
  response.setHeader('content-type', type).end(text);
}

const FILES: Record<string, [type: string, text: string]> = {
  '/': ['text/html', PAGE],
  '/app.js': ['text/javascript', `self.secret = '${SECRET}'`],
  '/app.css': ['text/css', 'main { color: black }'],
};

function eventStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(`data: ${SECRET}\n\n`);
}

function acceptSocket(request: IncomingMessage, socket: Duplex): void {
  socket.on('error', () => undefined);
  const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}${SOCKET_KEY}`).digest('base64');
  const head = ['HTTP/1.1 101 Switching Protocols', 'upgrade: websocket', 'connection: upgrade'];
  socket.write(`${[...head, `sec-websocket-accept: ${key}`].join('\r\n')}\r\n\r\n`);
  // One text frame, unmasked, as a server sends it.
  socket.write(Buffer.concat([Buffer.from([0x81, SECRET.length]), Buffer.from(SECRET)]));
}
