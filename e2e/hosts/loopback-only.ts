import { subscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';

/**
 * Preloaded into the server by `--import`: a connection of its own to anything but loopback is closed at once, and a
 * line on stderr names it. fetch, undici and node:http all connect through these sockets.
 */
subscribe('net.client.socket', (message) => {
  if (typeof message !== 'object' || message === null || !('socket' in message)) return;
  const { socket } = message;
  if (!(socket instanceof Socket)) return;
  const refuse = (where: string) => {
    process.stderr.write(`Left the machine: ${where}\n`);
    // Not at once: Node goes on with the socket after this event.
    process.nextTick(() => socket.destroy(new Error('The network is cut.')));
  };
  socket.on('connectionAttempt', (ip: string, port: number) => {
    if (ip !== '127.0.0.1' && ip !== '::1') refuse(`${ip}:${port}`);
  });
  socket.on('lookup', (_error, _address, _family, host: string) => {
    if (host !== 'localhost') refuse(host);
  });
});
