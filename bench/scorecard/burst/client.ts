import { connect, type Socket } from 'node:net';
import { parseArgs } from 'node:util';
import { answerReader } from './answer-reader.ts';

/**
 * A program, so that the burst has a thread of its own: `--total` requests on kept-alive, pipelined connections.
 * Prints one line of JSON when the last one is answered: {answered, errors, ms}.
 */
const CONNECTIONS = 10;
const PIPELINED = 20;

const { values } = parseArgs({
  options: { port: { type: 'string', default: '' }, path: { type: 'string', default: '/' }, total: { type: 'string' } },
});
const port = Number(values.port);
const total = Number(values.total);
const request = `GET ${values.path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n\r\n`;

let sent = 0;
let answered = 0;
let errors = 0;
const startedAt = performance.now();

await Promise.all(Array.from({ length: CONNECTIONS }, run));
process.stdout.write(`${JSON.stringify({ answered, errors, ms: performance.now() - startedAt })}\n`);

/** One connection until nothing is left to send; what is open when it breaks counts as errors. */
function run(): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let open = 0;
    const fill = () => {
      const room = Math.min(PIPELINED - open, total - sent);
      if (room <= 0) return;
      sent += room;
      open += room;
      socket.write(request.repeat(room));
    };
    const read = answerReader((status) => {
      open -= 1;
      answered += 1;
      if (status !== 200) errors += 1;
    });
    socket.on('connect', fill);
    socket.on('data', (chunk: Buffer) => {
      read(chunk);
      // Half empty, so that many requests go out in one piece.
      if (open <= PIPELINED / 2) fill();
      if (open === 0 && sent >= total) socket.end();
    });
    whenGone(socket, () => {
      errors += open;
      resolve();
    });
  });
}

function whenGone(socket: Socket, gone: () => void): void {
  socket.on('error', () => undefined);
  socket.on('close', gone);
}
