import { Server } from 'node:net';

/**
 * Every server of this process listens on 127.0.0.1 and a port that the system chooses, whatever it asks for: a
 * learner's API is for this machine only, and two revisions never fight for a port.
 */
export function guardListen(): void {
  const listen = Server.prototype.listen;
  Server.prototype.listen = function guarded(this: Server, ...args: unknown[]): Server {
    const done = args.findLast((argument) => typeof argument === 'function');
    return Reflect.apply(listen, this, [{ host: '127.0.0.1', port: 0 }, ...(done ? [done] : [])]);
  };
}
