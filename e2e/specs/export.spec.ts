import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { pinnedNode } from '../../scripts/setup/pinned-node.mjs';
import { expect, test } from '../hosts/browser-host.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';

const run = promisify(execFile);

/** A terminal of the learner's own: nothing that npm or the test runner set here reaches their project. */
const env = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_(?!config_registry)|NODE_OPTIONS|PW_|FORCE_COLOR)/i.test(name),
    ),
  ),
  PATH: `${dirname(pinnedNode())}:${process.env.PATH}`,
};

test('at the end of the course a learner leaves with a project that installs, passes its tests and starts', async ({
  page,
  workbench,
}) => {
  // npm installs from its cache or its registry.
  test.setTimeout(300_000);
  const bench = new WorkbenchPage(page);
  await bench.open(workbench.url);
  await bench.goToLesson('Your own repository');
  await bench.takeSolution();
  await bench.answer(/Where do you begin/, 'With the plan: what is a reservation');
  await bench.answer(/All tests are green/, 'Write the test that fails because of it');
  await expect(bench.complete).toBeVisible({ timeout: 60_000 });

  const dir = await mkdtemp(join(tmpdir(), 'routewright-left-'));
  try {
    await test.step('the button gives one file', async () => {
      const downloads = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export project' }).click();
      const download = await downloads;
      expect(download.suggestedFilename()).toMatch(/^[\w-]+\.zip$/);
      await expect(page.getByText(/Your project is saved as .+\.zip/)).toBeVisible();
      await unpack(await readFile(await download.path()), dir);
    });

    await test.step('npm ci, npm test', async () => {
      await run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: dir, env });
      const { stdout } = await run('npm', ['test'], { cwd: dir, env });
      expect(stdout).toMatch(/^ℹ pass [1-9]/m);
      expect(stdout).toMatch(/^ℹ fail 0$/m);
    });

    await test.step('npm start: it answers as it did in the workbench', async () => {
      const inside = await fetch(`${await bench.liveUrl()}/api/v1/books`);
      const child = spawn('npm', ['start'], {
        cwd: dir,
        env: { ...env, PORT: '0' },
        stdio: ['ignore', 'pipe', 'inherit'],
        detached: true,
      });
      const ended = once(child, 'close');
      try {
        const address = await addressIn(createInterface(child.stdout));
        const outside = await fetch(`${address}/api/v1/books`);
        expect(outside.status).toBe(200);
        expect(await outside.json()).toEqual(await inside.json());
      } finally {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
        await ended;
      }
    });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});

async function unpack(zip: Uint8Array, dir: string): Promise<void> {
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    // One folder holds all of it.
    const inside = join(dir, ...path.split('/').slice(1));
    if (path.endsWith('/')) continue;
    await mkdir(dirname(inside), { recursive: true });
    await writeFile(inside, bytes);
  }
}

/** The address that a starting server prints. */
async function addressIn(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const [address] = /https?:\/\/[\w.:]+/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error('It ended without an address.');
}
