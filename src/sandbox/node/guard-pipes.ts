import { constants } from 'node:os';

/**
 * Learner code cannot connect to a socket that is a file, or make one: behind such sockets are other programs of this
 * machine that do what they are told, and the permission model does not ask for them. All of Node's sockets use this
 * one handle, of which stdout is an example.
 */
export function guardPipes(): void {
  const handle: unknown = Reflect.get(process.stdout, '_handle');
  if (typeof handle !== 'object' || handle === null) return;
  const prototype: unknown = Reflect.getPrototypeOf(handle);
  if (typeof prototype !== 'object' || prototype === null) return;
  for (const name of ['connect', 'bind', 'listen']) {
    Reflect.set(prototype, name, () => -constants.errno.EACCES);
  }
}
