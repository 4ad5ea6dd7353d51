import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.yaml': 'application/yaml',
};
const PACKED = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.xml', '.yaml']);

export type StaticHost = { origin: string; close: () => Promise<void> };

/**
 * Serves a folder below `base` as a plain host of static files does: a folder answers with its index.html, what is not
 * there with 404.html, texts are packed by gzip. Outside `base` there is nothing.
 */
export async function serveStatic(folder: string, base: string): Promise<StaticHost> {
  const server = createServer((request, response) => {
    void answer(folder, base, request.url ?? '/').then(({ status, type, body, packed }) => {
      const headers = { 'content-type': type, ...(packed ? { 'content-encoding': 'gzip' } : {}) };
      response.writeHead(status, { ...headers, 'cache-control': 'max-age=600' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The host has no port.');
  return {
    origin: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(folder: string, base: string, url: string) {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  const file = path.startsWith(base) ? path.slice(base.length) : null;
  const found =
    file === null ? null : await read(join(folder, file.endsWith('/') || file === '' ? `${file}index.html` : file));
  const body = found ?? (await read(join(folder, '404.html'))) ?? Buffer.from('Not found');
  const end = found === null ? '.html' : extname(path) || '.html';
  const packed = PACKED.has(end);
  return {
    status: found === null ? 404 : 200,
    type: TYPES[end] ?? 'application/octet-stream',
    body: packed ? gzipSync(body) : body,
    packed,
  };
}

const read = (file: string) => readFile(file).catch(() => null);
