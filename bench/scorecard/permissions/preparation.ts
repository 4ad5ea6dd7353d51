import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What probes name as `at`: paths, ports, a process. */
export type Preparation = Awaited<ReturnType<typeof prepare>>['at'];

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');
/** Makes the folders, servers and the process that probes reach for. */
export async function prepare() {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'routewright-permissions-')));
  const [home, outside] = [join(root, 'home'), join(root, 'outside')];
  const readable = join(home, 'workspaces');
  await write(outside, OUTSIDE);
  await mkdir(join(outside, 'to-remove-folder'));
  await symlink(join(outside, 'secret.json'), join(outside, 'link'));
  await write(home, { 'progress.sqlite': 'x', 'versions/one/src/app.ts': 'x', 'workspaces-similar/secret.json': '{}' });
  await write(join(readable, 'other'), { 'src/app.ts': 'export const other = true;\n' });

  const pipe = join(outside, 'pipe.sock');
  const tcp = createServer((socket) => socket.on('error', () => {}).resume());
  const pipes = createServer((socket) => socket.on('error', () => {}).resume());
  const web = createHttpServer((_, response) => response.end('web'));
  const port = await listening(tcp, 0);
  const webPort = await listening(web, 0);
  await listening(pipes, pipe);
  const unused = createServer();
  const freePort = await listening(unused, 0);
  unused.close();
  const victim = spawn(process.execPath, ['-e', "process.on('SIGUSR1', () => {}); setInterval(() => {}, 1000)"]);

  const workspace = join(readable, 'own');
  const at = {
    project: PROJECT,
    home,
    readable,
    workspace,
    otherWorkspace: join(readable, 'other'),
    outside,
    secret: join(outside, 'secret.json'),
    link: join(outside, 'link'),
    pipe,
    addon: addon(),
    port,
    webPort,
    freePort,
    victim: victim.pid ?? 0,
  };
  const remove = async () => {
    for (const server of [tcp, pipes, web]) server.close();
    web.closeAllConnections();
    victim.kill('SIGKILL');
    await rm(root, { recursive: true, force: true });
  };
  return { at, remove };
}

const OUTSIDE: Record<string, string> = {
  'secret.json': '{ "secret": true }',
  'settings.env': 'FROM_OUTSIDE=yes\n',
  'module.mjs': 'export default true;\n',
  'module.ts': 'const yes: boolean = true;\nexport default yes;\n',
  'package.json': '{ "name": "outside" }',
  'folder/file.txt': 'x',
  'to-remove': 'x',
  'to-rename': 'x',
  'to-cut': 'x',
};

/** Writes files into a folder and makes it. */
export async function write(folder: string, files: Record<string, string>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

async function listening(server: Server, at: number | string): Promise<number> {
  if (typeof at === 'string') server.listen(at);
  else server.listen(at, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' ? ((address as AddressInfo | null)?.port ?? 0) : 0;
}

/** Any addon for this machine: the bundler and the linters bring some. */
function addon(): string {
  const found = globSync('node_modules/@*/binding-*/*.node', { cwd: PROJECT });
  const own = found.find((file) => file.includes(`${process.platform}-${process.arch}`));
  if (own === undefined) throw new Error('No addon is installed that could be tried.');
  return join(PROJECT, own);
}
