import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { whyStale } from './dependencies.mjs';
import { isNewEnough } from './pinned-node.mjs';
import { Stop } from './say.mjs';

type Entry = { version: string; optional?: boolean };
let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'routewright-dependencies-'));
  await mkdir(join(root, 'node_modules'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const lock = (packages: Record<string, Entry>) =>
  writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': { version: '1.0.0' }, ...packages } }));
const installed = (packages: Record<string, Entry>) =>
  writeFile(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));

const zod = { 'node_modules/zod': { version: '4.0.0' } };
const mac = { 'node_modules/fsevents': { version: '2.0.0', optional: true } };

describe('installed packages', () => {
  it('are installed when there are none', async () => {
    await lock(zod);
    expect(whyStale(root)).toBe('they are not there yet');
  });

  it('are installed again after an interrupted installation', async () => {
    await lock(zod);
    await writeFile(join(root, 'node_modules/.package-lock.json'), '{"pack');
    expect(whyStale(root)).toBe('they are not there yet');
  });

  it('are left alone when they are those of the lockfile', async () => {
    await lock({ ...zod, ...mac });
    await installed(zod);
    expect(whyStale(root)).toBeNull();
  });

  it('are installed again when one is missing or of another version', async () => {
    await lock({ ...zod, 'node_modules/yaml': { version: '2.0.0' } });
    await installed(zod);
    expect(whyStale(root)).toBe('package-lock.json is newer than they are');
    await installed({ ...zod, 'node_modules/yaml': { version: '1.0.0' } });
    expect(whyStale(root)).toBe('package-lock.json is newer than they are');
  });

  it('cannot be judged without a lockfile, which is said', () => {
    expect(() => whyStale(root)).toThrow(Stop);
  });
});

describe('the Node that sets up', () => {
  it.each([
    ['20.18.3', false],
    ['18.20.0', false],
    ['20.19.0', true],
    ['22.0.0', true],
    ['26.10.0', true],
  ])('%s: %s', (version, enough) => expect(isNewEnough(version)).toBe(enough));
});
