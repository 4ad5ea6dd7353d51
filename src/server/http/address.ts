import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PublicUrl } from '../host/public-url.ts';
import { refuse } from './refuse.ts';

/** The hosts under which this server may be called: nothing else, or another name could be pointed at it (DNS rebinding). */
export function ownHosts(port: number): string[] {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  return port === 80 ? [...hosts, '127.0.0.1', 'localhost'] : hosts;
}

/**
 * Where the server is called: on loopback by its port, and at the public address if it has one. Each of them is exact, and
 * nothing is learnt from headers that a proxy adds.
 */
export class Address {
  /** What every path begins with: `/`, or that of the public address. */
  readonly base: string;
  readonly #publicUrl: PublicUrl | null;

  constructor(publicUrl: PublicUrl | null) {
    this.base = publicUrl?.base ?? '/';
    this.#publicUrl = publicUrl;
  }

  /** The origin that a request is made to, by its `Host`; null when that is not this server, or there is more than one. */
  originOf(request: FastifyRequest): string | null {
    // Of several `headers` would show the first one only (RFC 9112, section 3.2).
    const [host = '', ...others] = request.raw.headersDistinct.host ?? [];
    if (others.length > 0) return null;
    if (host === this.#publicUrl?.host) return this.#publicUrl.origin;
    return ownHosts(request.socket.localPort ?? 0).includes(host) ? `http://${host}` : null;
  }

  /** Whether the browser that asks runs on this machine, so that other addresses of it can be opened there, too. */
  isHere(request: FastifyRequest): boolean {
    return this.#publicUrl?.isLoopback !== false || this.originOf(request) !== this.#publicUrl.origin;
  }

  /** For every request: answers 421 when `Host` does not name this server. */
  readonly guardHost = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> =>
    this.originOf(request) === null ? refuse(request, reply, 'RW_HTTP_MISDIRECTED') : undefined;

  /**
   * Answers 403 to what another site asks for: an `Origin` that is not the one asked, or a `Sec-Fetch-Site` other than
   * `same-origin`; `none` (typed, or opened by a program) is for opening pages only.
   */
  readonly guardOrigin = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { origin } = request.headers;
    if (origin !== undefined && origin !== this.originOf(request)) return refuse(request, reply, 'RW_HTTP_FORBIDDEN');
    const site = request.headers['sec-fetch-site'];
    const opensPage = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
    if (site === undefined || site === 'same-origin' || (site === 'none' && opensPage)) return;
    return refuse(request, reply, 'RW_HTTP_FORBIDDEN');
  };
}
