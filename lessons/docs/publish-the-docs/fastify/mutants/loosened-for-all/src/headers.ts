import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/**
 * Tells browsers to trust an answer no further than needed: it is no page, loads nothing, is framed by nobody, and is
 * what its content-type says. HSTS only over TLS: browsers ignore it elsewhere (RFC 6797, section 8.1).
 */
export async function sendSecurityHeaders(app: FastifyInstance, { overTls }: { overTls: boolean }) {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], styleSrc: ["'self'"], frameAncestors: ["'none'"] } },
    strictTransportSecurity: overTls ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
}
