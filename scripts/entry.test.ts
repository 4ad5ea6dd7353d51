import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READY_LINE } from '../src/contract/ready-line.ts';
import { READY } from './setup/hosts.mjs';

/** A project with nothing installed: only what the entry scripts themselves bring. */
let bare = '';
beforeAll(async () => {
  bare = await mkdtemp(join(tmpdir(), 'routewright-bare-'));
  await cp(import.meta.dirname, join(bare, 'scripts'), { recursive: true });
  await writeFile(join(bare, 'package.json'), '{"type":"module"}');
});
afterAll(() => rm(bare, { recursive: true, force: true }));

function run(script: string, ...args: string[]) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, [join(bare, 'scripts', script), ...args], (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? 1, stdout, stderr }),
    );
  });
}

describe.each(['start.mjs', 'test.mjs'])('%s on a machine where nothing is installed', (script) => {
  it('loads, and explains itself', async () => {
    const { code, stdout, stderr } = await run(script, '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('npm ');
  });

  it('refuses an unknown option in a sentence, without a stack', async () => {
    const { code, stdout, stderr } = await run(script, '--colour');
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain("Unknown option '--colour'");
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('says when the checkout is incomplete', async () => {
    const { code, stderr } = await run(script);
    expect(code).toBe(1);
    expect(stderr).toBe('package-lock.json is missing or damaged; get it back with git.\n');
  });
});

it('the entry scripts and the rest wait for the same ready line', () => {
  expect(READY.source).toBe(READY_LINE.source);
});
