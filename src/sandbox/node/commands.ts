import { Socket } from 'node:net';
import { ToSandbox } from '../../contract/sandbox.ts';

/** Descriptor that the server opened for commands. */
const COMMANDS = 3;

/**
 * Resolves with the server's one command. `onGone` is called when the descriptor closes: the server is gone, and this
 * process has nothing to live for.
 */
export function nextCommand(onGone: () => void): Promise<ToSandbox> {
  const { promise, resolve } = Promise.withResolvers<ToSandbox>();
  const socket = new Socket({ fd: COMMANDS, readable: true, writable: false });
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    text += chunk;
    const end = text.indexOf('\n');
    if (end === -1) return;
    resolve(ToSandbox.parse(JSON.parse(text.slice(0, end))));
    text = '';
  });
  socket.on('end', onGone);
  socket.on('error', onGone);
  socket.on('close', onGone);
  return promise;
}
