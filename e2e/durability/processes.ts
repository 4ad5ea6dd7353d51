import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Processes (pid and command line) that were given a path below `folder`, this one left out. */
export async function processesOf(folder: string): Promise<string[]> {
  const { stdout } = await execute('ps', ['-axww', '-o', 'pid=,args='], { maxBuffer: 64 * 1024 * 1024 });
  return stdout
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.includes(folder) && Number(line.split(' ')[0]) !== process.pid);
}

/** Waits until none is left; returns how long that took (ms). Throws after `withinMs`. */
export async function untilGone(folder: string, withinMs: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const left = await processesOf(folder);
    const ms = performance.now() - began;
    if (left.length === 0) return ms;
    if (ms > withinMs) throw new Error(`Processes of the dead server are left:\n${left.join('\n')}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
