import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import type { Call } from './calls.ts';

export type Answer = { status: number; body: string };

const agent = new Agent({ keepAlive: true, maxSockets: 2 });

/** Sends a call as it stands, Host and all; `fetch` would mend it. */
export function sendCall(port: string, call: Call): Promise<Answer> {
  const { method, path, body } = call;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const headers = { host: `127.0.0.1:${port}`, ...call.headers, ...length };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
    });
    sent.on('error', reject).end(body);
  });
}

/** Bytes that are hardly HTTP. Resolves with the status of the first answer, 0 when the connection just ended. */
export function sendBytes(port: string, bytes: Buffer): Promise<Answer> {
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1');
    let text = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk;
      socket.end();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), body: text }));
    socket.end(bytes);
  });
}
