import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';

const HOST = `
import { createPool } from ${JSON.stringify(new URL('./pool.ts', import.meta.url).href)};
import { loadRuntime } from ${JSON.stringify(new URL('./runtime.ts', import.meta.url).href)};
const pool = createPool({ runtime: await loadRuntime('node'), size: 2 });
await pool.ready();
const workspace = process.env.WORKSPACE;
if (workspace) {
  const { promise, resolve } = Promise.withResolvers();
  const api = await pool.run({ workspace, entry: 'src/app.ts', onLog: resolve });
  fetch(api.url).catch(() => {});
  await promise;
}
console.log(JSON.stringify(pool.pids()));
setInterval(() => {}, 1000);
`;

test('a server that is killed leaves no process behind', { timeout: 60_000 }, async () => {
  const pids = await pidsOfKilledHost({});
  expect(pids).toHaveLength(2);
  await expect.poll(() => pids.filter(isAlive), { timeout: 20_000 }).toEqual([]);
});

test('nor one that spins', { timeout: 60_000 }, async () => {
  const workspace = await mkdtemp(path.join(tmpdir(), 'routewright-orphan-'));
  await mkdir(path.join(workspace, 'src'));
  const spin = "app.get('/', () => {\n    console.log('spins');\n    for (;;) {}\n  });";
  const app = `import Fastify from 'fastify';\nexport function buildApp() {\n  const app = Fastify();\n  ${spin}\n  return app;\n}\n`;
  await writeFile(path.join(workspace, 'src', 'app.ts'), app);
  const pids = await pidsOfKilledHost({ WORKSPACE: workspace });
  expect(pids).not.toEqual([]);
  await expect.poll(() => pids.filter(isAlive), { timeout: 20_000 }).toEqual([]);
  await rm(workspace, { recursive: true });
});

/** Runs a server, kills it and gives the processes that it had. */
async function pidsOfKilledHost(env: Record<string, string>): Promise<number[]> {
  const host = spawn(process.execPath, ['--input-type=module-typescript', '-e', HOST], {
    cwd: import.meta.dirname,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: host.stdout }), 'line');
  const pids: number[] = JSON.parse(String(line));
  host.kill('SIGKILL');
  return pids;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
