import type { Server as HttpServer, IncomingMessage } from 'node:http';

/** Not imported, as in the rehearsal. */
const { Server, ServerResponse } = process.getBuiltinModule('node:http');
const { Server: SecureServer } = process.getBuiltinModule('node:https');

const OWN_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;
const WITH_RESPONSE = new Set<unknown>(['request', 'checkContinue', 'checkExpectation']);

/**
 * Every HTTP server of this process, of a framework or not, answers only requests for this machine: a foreign Host
 * header gets 421 and its upgrade is cut. Anything else is DNS rebinding or a mistake (RFC 9110, section 15.5.20).
 */
export function guardHost(): void {
  for (const prototype of [Server.prototype, SecureServer.prototype]) {
    const { emit } = prototype;
    prototype.emit = function guarded(this: HttpServer, event: string | symbol, ...args: unknown[]): boolean {
      if (WITH_RESPONSE.has(event) && !isOwnHost(args[0])) return refused(args[1]);
      if ((event === 'upgrade' || event === 'connect') && !isOwnHost(args[0])) return cut(args[1]);
      return Reflect.apply(emit, this, [event, ...args]);
    };
  }
}

function isOwnHost(request: unknown): boolean {
  const host = (request as IncomingMessage).headers.host;
  return host !== undefined && OWN_HOST.test(host);
}

function refused(response: unknown): boolean {
  if (response instanceof ServerResponse) {
    const body = { error: 'Misdirected Request', message: 'This API answers as 127.0.0.1 or localhost.' };
    response.writeHead(421, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }
  return true;
}

function cut(socket: unknown): boolean {
  if (typeof socket === 'object' && socket !== null && 'destroy' in socket && typeof socket.destroy === 'function') {
    socket.destroy();
  }
  return true;
}
