import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { _electron, expect, test } from '@playwright/test';
import { findElectron } from '../../scripts/setup/electron.mjs';
import { ROOT } from '../../scripts/setup/pinned-node.mjs';

const program = findElectron();
const packaged = process.env.ROUTEWRIGHT_PACKAGE;
const required = process.env.REQUIRE_ELECTRON === '1';
const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

test.describe('the desktop window', () => {
  test.skip(!required && program === null, 'Electron is not on this machine');
  test.skip(!required && !display, 'there is no display');

  test('shows the workbench, locked down, and takes its server along when it closes', async () => {
    if (program === null) throw new Error('REQUIRE_ELECTRON=1, and Electron is not on this machine.');
    const home = await mkdtemp(join(tmpdir(), 'routewright-desktop-'));
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const app = await _electron.launch({ executablePath: program, args: [...root, ROOT, '--home', home] });
    try {
      const page = await app.firstWindow();
      await expect(page.getByRole('main')).toBeVisible();
      await expect(page).not.toHaveURL(/token=/);
      const { origin } = new URL(page.url());

      expect(await page.evaluate(() => Object.keys(Reflect.get(window, 'routewright') ?? {}))).toEqual(['showFolder']);
      expect(await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in window))).toEqual([]);
      await page.evaluate(() => {
        window.open('https://example.invalid/');
        window.location.href = 'https://example.invalid/';
      });
      expect(await page.evaluate(() => navigator.permissions.query({ name: 'geolocation' }).then((p) => p.state))).toBe(
        'denied',
      );
      expect(new URL(page.url()).origin).toBe(origin);
      expect(app.windows()).toHaveLength(1);

      await app.close();
      await expect.poll(() => reachable(origin)).toBe(false);
    } finally {
      await app.close().catch(() => {});
      await rm(home, { recursive: true, force: true });
    }
  });
});

test('the package has the seven fuses set', async () => {
  test.skip(!required && packaged === undefined, 'there is no package: set ROUTEWRIGHT_PACKAGE to its program');
  if (packaged === undefined) throw new Error('REQUIRE_ELECTRON=1, and ROUTEWRIGHT_PACKAGE names no package.');
  const wire = await getCurrentFuseWire(packaged);
  const on = (fuse: FuseV1Options) => String.fromCharCode(wire[fuse] ?? 0) === '1';
  expect(on(FuseV1Options.RunAsNode)).toBe(false);
  expect(on(FuseV1Options.EnableCookieEncryption)).toBe(true);
  expect(on(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false);
  expect(on(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false);
  expect(on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true);
  expect(on(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true);
  expect(on(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false);
});

async function reachable(origin: string): Promise<boolean> {
  return fetch(origin).then(
    () => true,
    () => false,
  );
}
