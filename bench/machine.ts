import { readFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../scripts/setup/pinned-node.mjs';

const MODULES = join(ROOT, 'node_modules');

/** What a figure cannot be read without. */
export async function machine() {
  const [first] = cpus();
  return {
    cpu: first?.model ?? 'unknown',
    cores: cpus().length,
    memoryMiB: Math.round(totalmem() / 1024 / 1024),
    platform: `${process.platform} ${process.arch}`,
    loadAverage: loadavg().map((load) => Math.round(load * 100) / 100),
  };
}

const Manifest = z.looseObject({ version: z.string() });

/** Versions of packages installed in `folder` (a node_modules; default the project's); what is not there is left out. */
export async function versionsOf(packages: readonly string[], folder = MODULES): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of packages) {
    const text = await readFile(join(folder, name, 'package.json'), 'utf8').catch(() => null);
    if (text !== null) found[name] = Manifest.parse(JSON.parse(text)).version;
  }
  return found;
}
