import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LESSON_PARAMETER, lessonOf } from '../../contract/lesson-address.ts';
import { KEY_FRAGMENT, KEY_HEADER } from '../../contract/sign-in.ts';
import type { Address } from './address.ts';
import { refuse } from './refuse.ts';

/**
 * Who may use the server: a browser that once opened the address with the token.
 * The token (256 bits, in the address that is printed) is good for one browser: it is exchanged for a session value in
 * a cookie, and for a key that the page keeps for itself and shows with every call: browsers send the cookie to every
 * program on this host. The browser that has the cookie may open the address again; anyone else who found it comes too late.
 */
export class SignIn {
  readonly token = randomBytes(32).toString('base64url');
  readonly #session = randomBytes(32).toString('base64url');
  readonly #key = randomBytes(32).toString('base64url');
  readonly #address: Address;
  #used = false;

  constructor(address: Address) {
    this.#address = address;
  }

  /** For every page and call but the docs frame: exchanges the token, else answers 401 without the cookie. */
  readonly guard = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const isSignedIn = equal(request.cookies[cookieName(request)], this.#session);
    const { base } = this.#address;
    const given = tokenOf(request, base);
    if (given === null) return isSignedIn ? undefined : refuse(request, reply, 'RW_HTTP_UNAUTHORIZED');
    const isToken = equal(given, this.token);
    if (!isSignedIn) {
      if (this.#used || isPrefetch(request) || !isToken) {
        return refuse(request, reply, 'RW_HTTP_UNAUTHORIZED');
      }
      this.#used = true;
      const secure = this.#address.originOf(request)?.startsWith('https:') === true;
      // Only requests below the base carry it: workbenches beside this one, on the same host, are not sent it.
      reply.setCookie(cookieName(request), this.#session, { httpOnly: true, sameSite: 'strict', path: base, secure });
    }
    const lesson = lessonOf(queryOf(request));
    const page = lesson === null ? base : `${base}?${LESSON_PARAMETER}=${lesson}`;
    // Who has the cookie only is not told the key.
    return reply
      .header('cache-control', 'no-store')
      .redirect(isToken ? `${page}${KEY_FRAGMENT}${this.#key}` : page, 303);
  };

  /** For every call, after `guard`: answers 401 without the key. */
  readonly guardCall = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const given = request.headers[KEY_HEADER];
    if (typeof given === 'string' && equal(given, this.#key)) return;
    return refuse(request, reply, 'RW_HTTP_UNAUTHORIZED');
  };
}

/** Cookies do not tell ports apart, so the port is in the name: two workbenches do not sign each other out. */
function cookieName(request: FastifyRequest): string {
  return `routewright-${request.socket.localPort}`;
}

/** The token of a request for the start page, which is at `base`; null when it is none. */
function tokenOf(request: FastifyRequest, base: string): string | null {
  const [path] = (request.raw.url ?? '').split('?', 1);
  return request.method === 'GET' && path === base ? new URLSearchParams(queryOf(request)).get('token') : null;
}

/** What stands in a request's address from its first `?` on. */
function queryOf(request: FastifyRequest): string {
  return /\?.*$/.exec(request.raw.url ?? '')?.[0] ?? '';
}

function isPrefetch(request: FastifyRequest): boolean {
  return /prefetch|prerender/.test(`${request.headers['sec-purpose']} ${request.headers.purpose}`);
}

/** Takes the same time wherever the two differ. */
function equal(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
