import { readFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { z } from 'zod';

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

/** Installed versions of packages, and of Node. */
export async function versionsOf(packages: readonly string[]): Promise<Record<string, string>> {
  const found: Record<string, string> = { node: process.versions.node };
  for (const name of packages) {
    const text = await readFile(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8');
    found[name] = Manifest.parse(JSON.parse(text)).version;
  }
  return found;
}
