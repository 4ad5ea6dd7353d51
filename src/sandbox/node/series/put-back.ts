import { z } from 'zod';

/** Remembers what programs change as a matter of course; the result puts it back: environment, listeners of the process, settings of zod. */
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
    const config = z.config();
    for (const key of Reflect.ownKeys(config)) if (!(key in zod)) Reflect.deleteProperty(config, key);
    Object.assign(config, zod);
    process.exitCode = undefined;
  };
}

type Listener = (...args: unknown[]) => void;

function listenersNow(): Map<string | symbol, Listener[]> {
  return new Map(
    process
      .eventNames()
      .map((name) => [name, process.rawListeners(name as never).map((listener) => listener as Listener)]),
  );
}
