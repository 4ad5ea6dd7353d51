import { z } from 'zod';
import { plainSchema } from '../schema.ts';

/**
 * Remembers what programs change as a matter of course; the result puts it back: environment, listeners of the process,
 * settings of zod, and the names that its provider for Fastify knows.
 */
export function rememberSettings(): () => void {
  const env = { ...process.env };
  const listeners = listenersNow();
  const zod = { ...z.config() };
  return () => {
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
    Object.assign(process.env, env);
    for (const [name, all] of listenersNow()) {
      const before = listeners.get(name) ?? [];
      for (const listener of all) if (!before.includes(listener)) process.removeListener(name, listener);
    }
    z.globalRegistry.clear();
    forgetNames();
    const config = z.config();
    for (const key of Reflect.ownKeys(config)) if (!(key in zod)) Reflect.deleteProperty(config, key);
    Object.assign(config, zod);
    process.exitCode = undefined;
  };
}

/**
 * The provider copies the registry, and takes the copy for a new one when the registry has as many names again. Asked now,
 * it copies the empty one.
 */
function forgetNames(): void {
  plainSchema({ body: z.null() }, '/');
}

type Listener = (...args: unknown[]) => void;

function listenersNow(): Map<string | symbol, Listener[]> {
  return new Map(
    process
      .eventNames()
      .map((name) => [name, process.rawListeners(name as never).map((listener) => listener as Listener)]),
  );
}
