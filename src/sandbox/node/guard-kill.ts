/**
 * Node's permission model lets signals through to any process of the same user; learner code may signal only itself.
 * `process._kill` is what `process.kill` is made of, and `process._debugProcess` would make any Node process, such as
 * the workbench, open its inspector.
 */
export function guardKill(): void {
  for (const name of ['kill', '_kill']) {
    const kill: unknown = Reflect.get(process, name);
    if (typeof kill !== 'function') continue;
    Reflect.set(process, name, (pid: unknown, signal: unknown): unknown => {
      if (pid !== process.pid) throw new Error('Signals to other processes are not available here.');
      return Reflect.apply(kill, process, [pid, signal]);
    });
  }
  for (const name of ['_debugProcess', '_debugEnd']) Reflect.deleteProperty(process, name);
}
