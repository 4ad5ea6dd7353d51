import type { ChildProcessByStdio } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { READY_LINE } from '../contract/ready-line.ts';
import type { ShellOptions } from './shell-options.ts';

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** Starts a program with three pipes; the real one is `child_process.spawn`. */
export type Spawn = (command: string, args: string[], options: { cwd: string }) => Child;

/** The workbench server, serving. */
export type ServerProcess = {
  /** With the one-time token. */
  url: string;
  /** Resolves when the process has ended, asked or not. */
  ended: Promise<void>;
  /** Asks it to end, kills it after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
};

/**
 * Starts the server on the pinned Node and waits for its ready line.
 * @param root folder that holds src/, lessons/, out/renderer and node_modules
 * @throws when it ends before it serves; the message is what it wrote to stderr
 */
export async function startServer(spawn: Spawn, root: string, options: ShellOptions): Promise<ServerProcess> {
  const args = [join(root, 'src/server/main.ts'), '--home', options.home, '--port', options.port, '--parent-stdin'];
  if (options.course !== undefined) args.push('--course', options.course);
  if (options.lesson !== undefined) args.push('--lesson', options.lesson);
  const child = spawn(pinnedNode(root), args, { cwd: root });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors = (errors + chunk).slice(-8_000);
    process.stderr.write(chunk);
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = READY_LINE.exec(line)?.[1];
      if (ready !== undefined) resolve(ready);
    });
    child.once('error', (error) => reject(new Error(`The server could not be started: ${error.message}`)));
    child.once('close', () => reject(new Error(errors.trim() || 'The server ended before it was ready.')));
  });
  return {
    url,
    ended,
    async stop(graceMs = 5_000) {
      // Closing its stdin asks on every system; Windows has no SIGTERM.
      child.stdin.end();
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

function pinnedNode(root: string): string {
  const windows = join(root, 'node_modules/node/bin/node.exe');
  return existsSync(windows) ? windows : join(root, 'node_modules/node/bin/node');
}
