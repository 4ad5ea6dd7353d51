import type { FastifyReply, FastifyRequest } from 'fastify';
import { ERRORS, type ErrorCode, errorMessage } from '../../contract/errors.ts';
import { refusalPage } from './refusal-page.ts';

const STATUS = {
  RW_HTTP_UNAUTHORIZED: 401,
  RW_HTTP_FORBIDDEN: 403,
  RW_HTTP_NOT_FOUND: 404,
  RW_HTTP_BASE: 404,
  RW_HTTP_MISDIRECTED: 421,
  RW_HTTP_INPUT: 400,
  RW_INTERNAL: 500,
} satisfies Partial<Record<ErrorCode, number>>;

/** Ends the request: a page for a person who opens an address, an error of the API's shape for a call. */
export function refuse(request: FastifyRequest, reply: FastifyReply, code: keyof typeof STATUS, detail = '') {
  const status = STATUS[code];
  const message = errorMessage(code, { detail });
  const { action } = ERRORS[code];
  reply.status(status).header('cache-control', 'no-store');
  if (request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')) {
    return reply
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
      .type('text/html; charset=utf-8')
      .send(refusalPage(status, message, action));
  }
  const error = { defined: false, code, status, message, data: { code, message, action } };
  return reply.send({ json: error, meta: [] });
}
