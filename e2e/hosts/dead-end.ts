import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that leads nowhere: it records what a browser wanted and closes the connection. */
export type DeadEnd = {
  /** For a browser context: everything but loopback goes to the dead end. */
  readonly proxy: { server: string; bypass: string };
  /** "CONNECT example.org:443" (TLS and web sockets) or "GET http://example.org/path". */
  readonly wanted: Set<string>;
  close(): Promise<void>;
};

/**
 * Cuts the network below the browser's own code, so that frames, workers and web sockets cannot get around it, and names
 * are not even looked up.
 */
export async function openDeadEnd(): Promise<DeadEnd> {
  const wanted = new Set<string>();
  const server = createServer((request, response) => {
    wanted.add(`${request.method} ${request.url}`);
    response.destroy();
  });
  server.on('connect', (request, socket) => {
    wanted.add(`CONNECT ${request.url}`);
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    // "<-loopback>" first: Playwright would put it last, and then it would undo the rules for loopback.
    proxy: { server: `http://127.0.0.1:${port}`, bypass: '<-loopback>,127.0.0.1,localhost,[::1]' },
    wanted,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
