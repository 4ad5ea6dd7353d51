import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { endAll, run } from './run.mjs';

const node = process.execPath;
const cwd = import.meta.dirname;

/** Resolves when no process with this id is left. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('a program that is run to its end', () => {
  it('gives its exit code, its output and its lines', async () => {
    const lines: string[] = [];
    const code = `console.log('one\\ntwo'); console.error('three'); process.exitCode = 7;`;
    const result = await run(node, ['-e', code], { cwd, onLine: (line) => lines.push(line) });
    expect(result.code).toBe(7);
    expect(result.output).toContain('three');
    expect(lines.sort()).toEqual(['one', 'three', 'two']);
  });

  it('is ended by its limit', async () => {
    const result = await run(node, ['-e', 'setInterval(() => {}, 1e6)'], { cwd, limitMs: 100 });
    expect(result.code).toBe(124);
  });

  it('takes along what it started', async () => {
    const grandchild = `setInterval(() => {}, 1e6)`;
    const code = `const c = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}]);
      console.log(c.pid); setInterval(() => {}, 1e6);`;
    const result = await run(node, ['-e', code], { cwd, onLine: () => endAll() });
    expect(Number(result.output)).toBeGreaterThan(0);
    await gone(Number(result.output));
  });

  it('says what could not be started', async () => {
    const result = await run('/nowhere/program', [], { cwd });
    expect(result.code).toBe(127);
    expect(result.output).toContain('/nowhere/program');
  });
});

describe('Ctrl+C', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends everything on %s', async (signal) => {
    const url = new URL('./run.mjs', import.meta.url).href;
    const stubborn = `process.on('SIGTERM', () => setTimeout(() => process.exit(), 20)); setInterval(() => {}, 1e6); console.log(process.pid);`;
    const code = `import { endWithTheTerminal, start } from ${JSON.stringify(url)};
      endWithTheTerminal();
      start(process.execPath, ['-e', ${JSON.stringify(stubborn)}], { stdio: 'inherit' });`;
    const host = spawn(node, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [pid] = await once(createInterface({ input: host.stdout }), 'line');
    host.kill(signal);
    const [exit] = await once(host, 'close');
    expect(exit).toBe(128 + { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 }[signal]);
    await gone(Number(pid));
  });

  it('ends everything when the shell between it and npm is killed', async () => {
    const url = new URL('./run.mjs', import.meta.url).href;
    const code = `import { endWithTheTerminal, start } from ${JSON.stringify(url)};
      endWithTheTerminal();
      start(process.execPath, ['-e', 'console.log(process.pid); setInterval(() => {}, 1e6)'], { stdio: 'inherit' });`;
    // Two commands, so that no shell replaces itself by the first.
    const shell = spawn('sh', ['-c', '"$0" --input-type=module -e "$1"; true', node, code], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, npm_lifecycle_event: 'start' },
    });
    const [pid] = await once(createInterface({ input: shell.stdout }), 'line');
    shell.kill('SIGKILL');
    await gone(Number(pid));
  });
});
