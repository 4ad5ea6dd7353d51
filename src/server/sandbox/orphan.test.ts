import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';

const HOST = `
import { createPool } from ${JSON.stringify(new URL('./pool.ts', import.meta.url).href)};
import { loadRuntime } from ${JSON.stringify(new URL('./runtime.ts', import.meta.url).href)};
const pool = createPool({ runtime: await loadRuntime('node'), readable: process.cwd(), size: 2 });
await pool.ready();
console.log(JSON.stringify(pool.pids()));
setInterval(() => {}, 1000);
`;

test('a server that is killed leaves no process behind', { timeout: 60_000 }, async () => {
  const host = spawn(process.execPath, ['--input-type=module-typescript', '-e', HOST], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: host.stdout }), 'line');
  const pids: number[] = JSON.parse(String(line));
  expect(pids).toHaveLength(2);
  expect(pids.filter(isAlive)).toEqual(pids);
  host.kill('SIGKILL');
  await expect.poll(() => pids.filter(isAlive), { timeout: 20_000 }).toEqual([]);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
