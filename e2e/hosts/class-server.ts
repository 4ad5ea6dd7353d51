import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { startWorkbench, type WorkbenchOptions, type WorkbenchServer } from './workbench-server.ts';

/** A name that a browser has to be told to look for on this machine. */
export const CLASS_HOST = 'class.test';

export type PassedOn = { method: string; path: string; cookie: string };

/** One reverse proxy with TLS, and a workbench for each learner below a path of the learner's name. */
export type ClassServer = {
  /** https://class.test:port */
  readonly origin: string;
  readonly learners: Record<string, WorkbenchServer>;
  /** What the proxy passed on, oldest first. */
  readonly passedOn: PassedOn[];
  stop(): Promise<void>;
};

/** Starts it; `options` are those of each workbench. */
export async function startClass(names: readonly string[], options: WorkbenchOptions): Promise<ClassServer> {
  const learners: Record<string, WorkbenchServer> = {};
  const passedOn: PassedOn[] = [];
  const { private: key, cert } = await generate([{ name: 'commonName', value: CLASS_HOST }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
  });
  const proxy = createServer({ key, cert }, (incoming, answer) => {
    const path = incoming.url ?? '/';
    const learner = learners[path.split('/')[1] ?? ''];
    if (!learner) return answer.writeHead(404).end();
    passedOn.push({ method: incoming.method ?? '', path, cookie: incoming.headers.cookie ?? '' });
    passOn(learner.local, incoming, answer);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const origin = `https://${CLASS_HOST}:${(proxy.address() as AddressInfo).port}`;
  for (const name of names) learners[name] = await startWorkbench({ ...options, publicUrl: `${origin}/${name}/` });
  return {
    origin,
    learners,
    passedOn,
    async stop() {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
      for (const learner of Object.values(learners)) await learner.stop();
    },
  };
}

/**
 * Passes a request on as it came: same path, same headers. As nginx does, it holds an answer back until it is whole,
 * unless the workbench says that it must not.
 */
function passOn(local: string, incoming: IncomingMessage, answer: ServerResponse): void {
  const { hostname, port } = new URL(local);
  const { method, url: path, headers } = incoming;
  const sent = request({ hostname, port, method, path, headers }, (received) => {
    const isHeld = received.headers['x-accel-buffering'] !== 'no';
    const begin = () => answer.writeHead(received.statusCode ?? 502, received.headers);
    received.on('error', () => answer.destroy());
    if (!isHeld) {
      begin().flushHeaders();
      received.pipe(answer);
      return;
    }
    const parts: Buffer[] = [];
    received.on('data', (part: Buffer) => parts.push(part));
    received.on('end', () => begin().end(Buffer.concat(parts)));
  });
  sent.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
  answer.on('close', () => sent.destroy());
  incoming.pipe(sent);
}
