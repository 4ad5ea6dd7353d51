/** Bundles the packages of every runtime into out/sandbox/, where the server looks for them. Part of `npm run build`. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../setup/pinned-node.mjs';
import { bundlePackages } from './bundle-packages.ts';

for (const runtime of await readdir(join(ROOT, 'src', 'sandbox'))) {
  await bundlePackages(runtime, join(ROOT, 'out', 'sandbox', runtime));
}
