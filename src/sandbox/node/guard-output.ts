/** Makes stdout and stderr blocking: nothing is lost before process.exit, and a flood cannot pile up in this process. */
export function guardOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    const handle: unknown = Reflect.get(stream, '_handle');
    if (typeof handle !== 'object' || handle === null) continue;
    const setBlocking: unknown = Reflect.get(handle, 'setBlocking');
    if (typeof setBlocking === 'function') Reflect.apply(setBlocking, handle, [true]);
  }
}
