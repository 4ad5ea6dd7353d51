/**
 * Bundles the packages of every runtime into out/sandbox/, where the server looks for them, and copies the lockfile, which
 * exported projects are made of: a desktop package leaves out every file of its name. Part of `npm run build`.
 */
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../setup/pinned-node.mjs';
import { bundlePackages } from './bundle-packages.ts';

for (const runtime of await readdir(join(ROOT, 'src', 'sandbox'))) {
  await bundlePackages(runtime, join(ROOT, 'out', 'sandbox', runtime));
}
await copyFile(join(ROOT, 'package-lock.json'), join(ROOT, 'out', 'lockfile.json'));
