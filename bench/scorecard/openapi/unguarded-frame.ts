import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { ROOT } from '../../../scripts/setup/pinned-node.mjs';

const FRAME = join(ROOT, 'out/renderer/docs-frame');
const PARENT = '<!doctype html><title>Unguarded</title><iframe title="API docs" src="/docs-frame/index.html"></iframe>';
const TYPES: Record<string, string> = { js: 'text/javascript', html: 'text/html', css: 'text/css' };

/** The product's docs frame without its policy and its sandbox: what a document must be able to harm. */
export async function serveUnguardedFrame(): Promise<{ origin: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const name = basename(new URL(request.url ?? '/', 'http://frame').pathname);
    response.setHeader('content-type', TYPES[name.split('.').at(-1) ?? ''] ?? 'text/html');
    if (!request.url?.startsWith('/docs-frame/')) return void response.end(PARENT);
    const file = await readFile(join(FRAME, name)).catch(() => null);
    if (file === null) response.writeHead(404);
    response.end(file);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
