import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export type Origins = {
  /** http://localhost:port: the front end that the learner's API is meant to allow. */
  frontend: string;
  /** The same page on an origin that it is not. */
  stranger: string;
  close(): Promise<void>;
};

/** Loopback only, whatever a message asks for; ports are those of the learner's APIs, which nobody knows beforehand. */
const REACHES = ['http://localhost:*', 'http://127.0.0.1:*', 'https://localhost:*', 'https://127.0.0.1:*'].join(' ');

/**
 * Two listeners with one small page each, which fetches for the workbench (see contract/origins.ts): what a learner's
 * API says to foreign origins is tried by a real browser. Only the origins that `workbench` names (it is asked for each
 * page) may embed them and talk to them.
 */
export async function startOrigins({ workbench }: { workbench: () => readonly string[] }): Promise<Origins> {
  const servers = await Promise.all(['The front end', 'A stranger'].map((name) => listen(name, workbench)));
  const [frontend = '', stranger = ''] = servers.map((server) => originOf(server));
  return {
    frontend,
    stranger,
    close: async () => {
      await Promise.all(servers.map((server) => close(server)));
    },
  };
}

async function listen(name: string, workbench: () => readonly string[]): Promise<Server> {
  const server = createServer((request, response) => answer(request, response, { server, name, workbench }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

type Place = { server: Server; name: string; workbench: () => readonly string[] };

const FILES: Record<string, string> = {
  '/page.js': 'text/javascript; charset=utf-8',
  '/page.css': 'text/css; charset=utf-8',
};

function answer(request: IncomingMessage, response: ServerResponse, { server, name, workbench }: Place): void {
  const parents = workbench();
  for (const [header, value] of Object.entries(headersFor(parents))) response.setHeader(header, value);
  const hosts = request.headersDistinct.host ?? [];
  const path = request.url ?? '/';
  const type = FILES[path];
  if (hosts.length !== 1 || hosts[0] !== new URL(originOf(server)).host) end(response, 421);
  else if (request.method !== 'GET') end(response, 405);
  else if (path === '/') end(response, 200, 'text/html; charset=utf-8', page(name, parents));
  else if (!Object.hasOwn(FILES, path)) end(response, 404);
  else end(response, 200, type, readFileSync(join(import.meta.dirname, path)));
}

function headersFor(parents: readonly string[]): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src ${REACHES}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${parents.length > 0 ? parents.join(' ') : "'none'"}`,
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
}

function page(name: string, parents: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${name}</title><link rel="stylesheet" href="/page.css"></head>
<body data-workbench="${parents.join(' ')}">
<p>${name}, at <code id="origin"></code>. From here the workbench calls your API as any page of this origin would.</p>
<script src="/page.js"></script>
</body>
</html>
`;
}

function end(response: ServerResponse, status: number, type = 'text/plain', body: string | Buffer = ''): void {
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.end(body);
}

/** Cookies do not tell ports apart, but hosts they do: those of the workbench belong to 127.0.0.1. */
function originOf(server: Server): string {
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
