import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { markdownToHast } from '../../../src/core/markdown/to-hast.ts';
import { carelessHtml, toHtml } from './to-html.ts';

/** What stands between a document and the browser: nothing, the product's sanitiser, or the policy of the product's page. */
export type Layer = 'nothing' | 'sanitiser' | 'policy';

export type DocumentServer = {
  /** A page with the documents `from` up to, not including, `to` in frames. */
  address(layer: Layer, from: number, to: number): string;
  isOwn(url: URL): boolean;
  close(): void;
};

/** Serves each document as a page of its own, below one layer. `policy` is the value of the product's CSP header. */
export async function serveDocuments(documents: readonly string[], policy: string): Promise<DocumentServer> {
  // The documents stand in frames here, which the product's page itself never does.
  const framable = policy.replace(/frame-ancestors[^;]*;?/, '');
  const server = createServer((request, response) => {
    const [, kind, layer, from = '', to = ''] = (request.url ?? '/').split('/');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (kind === 'documents') return void response.end(frames(String(layer), Number(from), Number(to)));
    const markdown = kind === 'document' ? documents[Number(from)] : undefined;
    if (markdown === undefined) return void response.writeHead(404).end();
    if (layer === 'policy') response.setHeader('content-security-policy', framable);
    const html = layer === 'sanitiser' ? toHtml(markdownToHast(markdown)) : carelessHtml(markdown);
    response.end(`<!doctype html><meta charset="utf-8"><title>Document</title>${html}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: (layer, from, to) => `${origin}/documents/${layer}/${from}/${to}`,
    isOwn: (url) => url.protocol === 'about:' || (url.origin === origin && /^\/documents?\//.test(url.pathname)),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function frames(layer: string, from: number, to: number): string {
  const each = Array.from({ length: to - from }, (_, at) => `<iframe src="/document/${layer}/${from + at}"></iframe>`);
  return `<!doctype html><title>Documents</title>${each.join('')}`;
}
