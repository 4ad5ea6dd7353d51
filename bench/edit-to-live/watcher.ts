import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contender } from './contender.ts';
import { sourceOf, untilAnswered } from './edited-api.ts';

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));

const SERVER = `import { buildApp } from './app.ts';
const app = await buildApp();
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
`;

/** A command that watches the same API in a folder of its own and restarts it: `command` gets the entry appended. */
export async function startWatcher(name: string, command: readonly string[]): Promise<Contender> {
  const dir = await mkdtemp(path.join(tmpdir(), 'routewright-bench-'));
  const app = path.join(dir, 'src', 'app.ts');
  await mkdir(path.dirname(app));
  await writeFile(path.join(dir, 'package.json'), '{"type":"module"}');
  await writeFile(path.join(dir, 'src', 'server.ts'), SERVER);
  await writeFile(app, await sourceOf(0));
  await symlink(MODULES, path.join(dir, 'node_modules'), 'junction');
  const port = await freePort();
  const [program = '', ...args] = command;
  const child = spawn(program, [...args, 'src/server.ts'], {
    cwd: dir,
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
    detached: process.platform !== 'win32',
  });
  const kill = () => {
    if (child.pid !== undefined) process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  };
  process.once('exit', kill);
  const url = `http://127.0.0.1:${port}`;
  await untilAnswered(url, 0);
  return {
    name,
    async edit(edit) {
      await writeFile(app, await sourceOf(edit));
      await untilAnswered(url, edit);
    },
    settle: async () => {},
    async close() {
      const gone = once(child, 'exit');
      process.off('exit', kill);
      kill();
      await gone;
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
