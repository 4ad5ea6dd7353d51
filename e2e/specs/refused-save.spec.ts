import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../hosts/browser-host.ts';
import { GOOD_COURSE } from '../hosts/course-copy.ts';
import { WorkbenchPage } from '../hosts/workbench-page.ts';
import { startWorkbench } from '../hosts/workbench-server.ts';

test('what a full disk refuses stays in the editor and is saved when there is space again', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'routewright-refused-'));
  const order = join(folder, 'order');
  await writeFile(order, '');
  const refuse = new URL(`../durability/failing-disk/refuse.ts?${new URLSearchParams({ order })}`, import.meta.url)
    .href;
  const server = await startWorkbench({ course: GOOD_COURSE, preload: [refuse] });
  const onDisk = () => readFile(join(server.home, 'workspaces/good/fastify/list-books/src/app.ts'), 'utf8');
  const bench = new WorkbenchPage(page);
  const refusal = page
    .getByRole('alert')
    .filter({ hasText: 'Not saved: src/app.ts could not be saved: the disk is full.' });
  try {
    await bench.open(server.url);
    await bench.goToLesson('List the books');
    await bench.paste('// the first text');
    await expect.poll(onDisk).toBe('// the first text');

    await test.step('it is told, and the old text stands', async () => {
      await writeFile(order, 'write ENOSPC');
      await bench.paste('// the newer text');
      await expect(refusal).toBeVisible();
      await expect(bench.code).toContainText('// the newer text');
      expect(await onDisk()).toBe('// the first text');
    });

    await test.step('with space again the next key saves all of it', async () => {
      await writeFile(order, '');
      await page.keyboard.type('!');
      await expect.poll(onDisk).toBe('// the newer text!');
      await expect(refusal).toBeHidden();
    });
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
