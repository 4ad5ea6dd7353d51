import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Address } from './address.ts';

/**
 * Monaco and the requests' views set styles from scripts, hence 'unsafe-inline' for styles, never for scripts.
 * `frames`: the origins of the lab's pages, which the workbench embeds.
 */
function pagePolicy(frames: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    ["frame-src 'self'", ...frames].join(' '),
    "img-src 'self' data:",
    "font-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** For every answer that says nothing else. A browser on another machine would find somebody else's ports in `frames`. */
export function setHeaders(address: Address, frames: readonly string[]) {
  const here = pagePolicy(frames);
  const elsewhere = pagePolicy([]);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.headers({
      'content-security-policy': address.isHere(request) ? here : elsewhere,
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  };
}

/**
 * For the docs frame. Its page runs in a sandbox with an origin of its own, so "self" means nothing there:
 * its files are named by address, are public, and may be read by any origin. They hold no secrets.
 */
export function setFrameHeaders(address: Address) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const policy = framePolicy(`${address.originOf(request)}${address.base}docs-frame/`);
    reply.removeHeader('x-frame-options').headers({
      'content-security-policy': policy,
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
    });
  };
}

function framePolicy(files: string): string {
  return [
    "default-src 'none'",
    `script-src ${files}`,
    `style-src ${files} 'unsafe-inline'`,
    `img-src ${files} data:`,
    `font-src ${files} data:`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-scripts',
  ].join('; ');
}
