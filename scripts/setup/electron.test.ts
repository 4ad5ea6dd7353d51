import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectron, whyNoDesktop } from './electron.mjs';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'routewright-electron-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

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
