import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type Spawn, startServer } from './server-process.ts';

const options = { home: '/tmp/home', port: '0', course: '/tmp/course', lesson: 'first-route', parentStdin: false };

/** A real process in the server's place that runs `code`. */
const spawning =
  (code: string, seen: { command?: string; args?: string[] } = {}): Spawn =>
  (command, args) => {
    Object.assign(seen, { command, args });
    return spawn(process.execPath, ['-e', code], { stdio: ['pipe', 'pipe', 'pipe'] });
  };
const serves = `console.log('Workbench ready at http://127.0.0.1:4321/?token=abc'); process.stdin.resume();`;

describe('the server of the shell', () => {
  it('runs on the pinned Node with the options of the shell', async () => {
    const seen: { command?: string; args?: string[] } = {};
    const server = await startServer(spawning(serves, seen), '/opt/routewright', options);
    await server.stop();
    expect(seen.command).toMatch(/^\/opt\/routewright\/node_modules\/node\/bin\/node/);
    expect(seen.args).toEqual([
      '/opt/routewright/src/server/main.ts',
      ...['--home', '/tmp/home', '--port', '0', '--parent-stdin', '--course', '/tmp/course'],
      ...['--lesson', 'first-route'],
    ]);
  });

  it('is ready when it says so', async () => {
    const server = await startServer(spawning(`console.log('first a note'); ${serves}`), '/x', options);
    expect(server.url).toBe('http://127.0.0.1:4321/?token=abc');
    await server.stop();
  });

  it('hands its own words on when it cannot start', async () => {
    const start = startServer(spawning(`console.error('Port 80 is in use.'); process.exit(1)`), '/x', options);
    await expect(start).rejects.toThrow('Port 80 is in use.');
  });

  it('takes no other address than loopback for the ready line', async () => {
    const start = startServer(
      spawning(`console.log('Workbench ready at http://10.0.0.1:4321/?token=abc')`),
      '/x',
      options,
    );
    await expect(start).rejects.toThrow('ended before it was ready');
  });

  it('is killed when it does not end by itself', async () => {
    const server = await startServer(
      spawning(`process.on('SIGTERM', () => {}); ${serves} setInterval(() => {}, 1e6);`),
      '/x',
      options,
    );
    await server.stop(50);
    await server.ended;
  });
});
