import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from './refuse.ts';

/** The hosts under which this server may be called: nothing else, or another name could be pointed at it (DNS rebinding). */
export function ownHosts(port: number): string[] {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  return port === 80 ? [...hosts, '127.0.0.1', 'localhost'] : hosts;
}

/** For every request: answers 421 when `Host` does not name this server, or there is more than one (RFC 9112, section 3.2). */
export async function guardHost(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const port = request.socket.localPort ?? 0;
  // Of several `headers` would show the first one only.
  const [host = '', ...others] = request.raw.headersDistinct.host ?? [];
  if (others.length === 0 && ownHosts(port).includes(host)) return;
  return refuse(request, reply, 'RW_HTTP_MISDIRECTED');
}

/**
 * Answers 403 to what another site asks for: an `Origin` that is not our own, or a `Sec-Fetch-Site` other than
 * `same-origin`; `none` (typed, or opened by a program) is for opening pages only.
 */
export async function guardOrigin(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { origin, host } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`) return refuse(request, reply, 'RW_HTTP_FORBIDDEN');
  const site = request.headers['sec-fetch-site'];
  const opensPage = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
  if (site === undefined || site === 'same-origin' || (site === 'none' && opensPage)) return;
  return refuse(request, reply, 'RW_HTTP_FORBIDDEN');
}
