import { Socket } from 'node:dgram';
import net, { Server } from 'node:net';

/**
 * Every server of this process listens on 127.0.0.1 and a port that the system chooses, whatever it asks for: a
 * learner's API is for this machine only, and two revisions never fight for a port. A learner who listens is told.
 */
export function guardListen(): void {
  const listen = Server.prototype.listen;
  Server.prototype.listen = function guarded(this: Server, ...args: unknown[]): Server {
    const done = args.findLast((argument) => typeof argument === 'function');
    const asked = askedFor(args[0]);
    if (asked && asked !== '0') {
      console.log(
        `Your code asked for port ${asked}. Here the workbench chooses the port; see the URL in the status bar.`,
      );
    }
    return Reflect.apply(listen, this, [{ host: '127.0.0.1', port: 0 }, ...(done ? [done] : [])]);
  };
  guardBind();
  // Makes a listening handle past all of this.
  Reflect.deleteProperty(net, '_createServerHandle');
}

/** The same for datagrams, of which no lesson says anything. */
function guardBind(): void {
  const bind = Socket.prototype.bind;
  Socket.prototype.bind = function guarded(this: Socket, ...args: unknown[]): Socket {
    const done = args.findLast((argument) => typeof argument === 'function');
    return Reflect.apply(bind, this, [{ address: LOOPBACK[typeOf(this)], port: 0 }, ...(done ? [done] : [])]);
  };
}

const LOOPBACK = { udp4: '127.0.0.1', udp6: '::1' };

function typeOf(socket: Socket): keyof typeof LOOPBACK {
  return Reflect.get(socket, 'type') === 'udp6' ? 'udp6' : 'udp4';
}

function askedFor(first: unknown): string | undefined {
  if (typeof first === 'number' || typeof first === 'string') return String(first);
  if (typeof first !== 'object' || first === null || !('port' in first)) return undefined;
  return String(first.port);
}
