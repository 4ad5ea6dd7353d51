import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';
import { Readable } from 'node:stream';

/** What one exchange brought into this process. */
export type Taken = {
  /** Bytes that the last stage (a decoder, or the body itself) handed on to its reader. */
  decoded: number;
  /** Bytes that were read from the network. */
  wire: number;
};

/**
 * Runs `exchange` and counts at the streams themselves what it took in, whatever the client says of it. One at a time: the
 * count is of the whole process. Nothing but the client may read streams meanwhile.
 */
export async function countTaken(exchange: () => Promise<unknown>): Promise<Taken> {
  const handedOn = new Map<Readable, number>();
  const sockets = new Set<Socket>();
  const { push } = Readable.prototype;
  Readable.prototype.push = function counted(this: Readable, chunk: unknown, encoding?: BufferEncoding): boolean {
    if (!(this instanceof Socket) && chunk instanceof Uint8Array)
      handedOn.set(this, (handedOn.get(this) ?? 0) + chunk.length);
    return Reflect.apply(push, this, [chunk, encoding]);
  };
  const onSocket = (message: unknown) => {
    if (typeof message !== 'object' || message === null || !('socket' in message)) return;
    if (message.socket instanceof Socket) sockets.add(message.socket);
  };
  subscribe('net.client.socket', onSocket);
  try {
    await exchange();
  } finally {
    unsubscribe('net.client.socket', onSocket);
    Readable.prototype.push = push;
  }
  return {
    decoded: Math.max(0, ...handedOn.values()),
    wire: [...sockets].reduce((sum, socket) => sum + socket.bytesRead, 0),
  };
}
