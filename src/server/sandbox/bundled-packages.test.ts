import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundledPackages } from './bundled-packages.ts';
import { loadRuntime, moduleFolders, type Runtime } from './runtime.ts';

let bundles: string;
let runtime: Runtime;
let modules: string[];
beforeEach(async () => {
  bundles = await mkdtemp(path.join(tmpdir(), 'routewright-bundles-'));
  runtime = { ...(await loadRuntime('node')), packages: ['zod'] };
  modules = await moduleFolders(runtime.dir);
  await mkdir(path.join(bundles, 'node'));
});
afterEach(() => rm(bundles, { recursive: true, force: true }));

const zodVersion = async () => {
  const { default: manifest } = await import('zod/package.json', { with: { type: 'json' } });
  return String(manifest.version);
};
const write = (manifest: string) => writeFile(path.join(bundles, 'node', 'packages.json'), manifest);
const found = () => bundledPackages(runtime, modules, bundles);

describe('bundled packages', () => {
  it('are used when they are of the installed versions', async () => {
    await write(JSON.stringify({ versions: { zod: await zodVersion() }, modules: { zod: 'zod.js' } }));
    expect(await found()).toBe(path.join(bundles, 'node'));
  });

  it.each([
    ['of another version', '{ "versions": { "zod": "4.0.0" }, "modules": { "zod": "zod.js" } }'],
    ['without a package of the runtime', '{ "versions": {}, "modules": {} }'],
    ['damaged', '{'],
  ])('are not used when they are %s', async (_what, manifest) => {
    await write(manifest);
    expect(await found()).toBeNull();
  });

  it('are not needed', async () => {
    expect(await found()).toBeNull();
  });
});
