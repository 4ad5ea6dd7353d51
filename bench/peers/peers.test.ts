import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

const Manifest = z.looseObject({
  dependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
});
const Lockfile = z.looseObject({
  packages: z.record(z.string(), z.looseObject({ integrity: z.string().optional(), resolved: z.string().optional() })),
});

it('peers are exact versions, locked with their integrity, and name no registry', () => {
  const { dependencies, optionalDependencies } = Manifest.parse(read('package.json'));
  const { packages } = Lockfile.parse(read('package-lock.json'));
  for (const version of Object.values({ ...dependencies, ...optionalDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
  const { '': own, ...others } = packages;
  expect(own).toMatchObject({ dependencies, optionalDependencies });
  for (const [path, { integrity, resolved }] of Object.entries(others)) {
    expect({ path, resolved, locked: integrity?.startsWith('sha512-') }).toEqual({ path, locked: true });
  }
});
