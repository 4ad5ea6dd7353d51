import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureElectron, findElectron, whyNoDesktop } from './electron.mjs';
import { ROOT } from './pinned-node.mjs';

let root = '';
beforeEach(async () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '');
  root = await mkdtemp(join(tmpdir(), 'routewright-electron-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

describe("Electron's program", () => {
  it('is looked for in its package, then not guessed', async () => {
    expect(findElectron({ root, env: {}, platform: 'linux' })).toBeNull();
    await mkdir(join(root, 'node_modules/electron/dist'), { recursive: true });
    await writeFile(join(root, 'node_modules/electron/dist/electron'), '');
    expect(findElectron({ root, env: {}, platform: 'linux' })).toBe(join(root, 'node_modules/electron/dist/electron'));
    expect(findElectron({ root, env: {}, platform: 'win32' })).toBeNull();
  });

  it('is only where ELECTRON_OVERRIDE_DIST_PATH says, when it says so', async () => {
    await mkdir(join(root, 'node_modules/electron/dist'), { recursive: true });
    await writeFile(join(root, 'node_modules/electron/dist/electron'), '');
    const env = { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'mine') };
    expect(findElectron({ root, env, platform: 'linux' })).toBeNull();
    await mkdir(join(root, 'mine'));
    await writeFile(join(root, 'mine/electron'), '');
    expect(findElectron({ root, env, platform: 'linux' })).toBe(join(root, 'mine/electron'));
  });
});

describe('a desktop window', () => {
  it('needs a display on Linux, and a user who is not root', () => {
    expect(whyNoDesktop({ env: {}, platform: 'linux', uid: 1000 })).toBe('there is no display');
    expect(whyNoDesktop({ env: { DISPLAY: ':0' }, platform: 'linux', uid: 0 })).toContain('root');
    expect(whyNoDesktop({ env: { WAYLAND_DISPLAY: 'wayland-0' }, platform: 'linux', uid: 1000 })).toBeNull();
    expect(whyNoDesktop({ env: {}, platform: 'darwin', uid: 501 })).toBeNull();
  });
});

describe.skipIf(process.platform !== 'linux')('fetching Electron', () => {
  /** A project whose install script notes each of its runs and then does `what`. */
  async function project(what: string) {
    await mkdir(join(root, 'node_modules/electron'), { recursive: true });
    await symlink(join(ROOT, 'node_modules/node'), join(root, 'node_modules/node'));
    await writeFile(
      join(root, 'node_modules/electron/install.js'),
      `const fs = require('fs'); fs.appendFileSync('runs', 'x'); ${what}`,
    );
  }

  it('is tried once, and its failure remembered', async () => {
    await project('process.exit(1)');
    expect(await ensureElectron(root)).toEqual({ why: 'its desktop part (Electron) could not be downloaded' });
    expect(await ensureElectron(root)).toEqual({ why: 'its desktop part (Electron) could not be downloaded lately' });
    expect(await readFile(join(root, 'runs'), 'utf8')).toBe('x');
  });

  it('is tried again after a day', async () => {
    await project('process.exit(1)');
    await ensureElectron(root);
    await writeFile(join(root, '.cache/electron-not-fetched'), String(Date.now() - 25 * 60 * 60 * 1000));
    await ensureElectron(root);
    expect(await readFile(join(root, 'runs'), 'utf8')).toBe('xx');
  });

  it('gives the program that came', async () => {
    await project(
      `fs.mkdirSync('node_modules/electron/dist'); fs.writeFileSync('node_modules/electron/dist/electron', '')`,
    );
    expect(await ensureElectron(root)).toEqual({ program: join(root, 'node_modules/electron/dist/electron') });
  });
});
