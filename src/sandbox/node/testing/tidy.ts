import { Server } from 'node:net';

/** Puts back what one program and its tests may have left behind, so that the next one begins as the first did. */
export type Tidy = () => void;

/**
 * Remembers how things are now. Put back are: the environment, the working folder, global names, mocked functions and
 * timers, open servers. Not put back are settings inside of packages, which all programs of a process share.
 */
export function rememberState(mock: { reset(): void }): Tidy {
  const env = { ...process.env };
  const globals = Object.getOwnPropertyDescriptors(globalThis);
  return () => {
    mock.reset();
    closeServers();
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
    Object.assign(process.env, env);
    restoreGlobals(globals);
    process.exitCode = undefined;
  };
}

function restoreGlobals(before: PropertyDescriptorMap): void {
  const now = Object.getOwnPropertyDescriptors(globalThis);
  for (const name of Reflect.ownKeys(now)) {
    const was = Reflect.get(before, name) as PropertyDescriptor | undefined;
    const is = Reflect.get(now, name) as PropertyDescriptor;
    if (was === undefined) Reflect.deleteProperty(globalThis, name);
    else if (was.value !== is.value || was.get !== is.get) Reflect.defineProperty(globalThis, name, was);
  }
}

function closeServers(): void {
  const active: unknown = Reflect.get(process, '_getActiveHandles');
  const handles: unknown = typeof active === 'function' ? Reflect.apply(active, process, []) : [];
  for (const handle of Array.isArray(handles) ? handles : []) {
    if (!(handle instanceof Server)) continue;
    if ('closeAllConnections' in handle && typeof handle.closeAllConnections === 'function')
      handle.closeAllConnections();
    handle.close();
  }
}
