import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Takes all that it gets of a processor, and ends when whoever started it is gone. */
const HOG = `const parent = process.ppid;
while (process.ppid === parent) for (const end = Date.now() + 100; Date.now() < end; );`;

/** Starts processes that want a processor all the time. Resolves when all run; `end` takes them away. */
export async function startHogs(count: number): Promise<{ end(): Promise<void> }> {
  const hogs = Array.from({ length: count }, () => spawn(process.execPath, ['-e', HOG], { stdio: 'ignore' }));
  const gone = hogs.map((hog) => once(hog, 'exit'));
  await Promise.all(hogs.map((hog) => once(hog, 'spawn')));
  return {
    async end() {
      for (const hog of hogs) hog.kill('SIGKILL');
      await Promise.all(gone);
    },
  };
}
