/** Node's permission model lets signals through to any process of the same user; learner code may signal only itself. */
export function guardKill(): void {
  const kill = process.kill;
  process.kill = (pid, signal) => {
    if (pid !== process.pid) throw new Error('Signals to other processes are not available here.');
    return Reflect.apply(kill, process, [pid, signal]);
  };
}
