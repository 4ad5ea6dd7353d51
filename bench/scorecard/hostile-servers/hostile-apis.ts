import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { BEHAVIOURS, makeBombs } from './behaviours.ts';

/**
 * A program: all hostile APIs on one port, apart from the client that is measured. The first part of the path says which
 * one answers. Prints its port and ends when its stdin closes.
 */
const names = Object.keys(BEHAVIOURS);
makeBombs();
const server = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.once('data', (head) => {
    const path = head.toString('latin1').split(' ')[1] ?? '/';
    const name = names[Number(path.split('/')[1])];
    if (name !== undefined) BEHAVIOURS[name]?.(socket, path);
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
process.stdin.on('end', () => process.exit(0)).resume();
