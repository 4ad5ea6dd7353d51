import { readFileSync } from 'node:fs';
import type { ServerOptions } from 'node:https';
import Fastify from 'fastify';
import type { Config } from './config.ts';

/** Certificate and key from the files that the configuration names. Null without them: then a proxy in front speaks TLS. */
export function tlsOf({ TLS_CERT_FILE, TLS_KEY_FILE }: Config): ServerOptions | null {
  if (!TLS_CERT_FILE || !TLS_KEY_FILE) return null;
  return { cert: readFileSync(TLS_CERT_FILE), key: readFileSync(TLS_KEY_FILE), minVersion: 'TLSv1.2' };
}

/** Plain HTTP has one answer, before anything is read: come back over HTTPS. 308 keeps the method and the body. */
export async function buildRedirect({ httpsPort }: { httpsPort: number }) {
  const app = Fastify();
  app.addHook('onRequest', async (request, reply) => {
    return reply.redirect(`https://${request.hostname}:${httpsPort}${request.url}`, 308);
  });
  return app;
}
