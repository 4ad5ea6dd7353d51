import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fingerprint } from './build.mjs';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'routewright-build-'));
  await mkdir(join(root, 'src/renderer/app'), { recursive: true });
  await writeFile(join(root, 'src/renderer/app/App.tsx'), 'one');
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('a build is of other sources when one changes, comes, goes or moves', async () => {
  const seen = [fingerprint(root)];
  await writeFile(join(root, 'src/renderer/app/App.tsx'), 'two');
  seen.push(fingerprint(root));
  await writeFile(join(root, 'src/renderer/new.ts'), '');
  seen.push(fingerprint(root));
  await cp(join(root, 'src/renderer/app'), join(root, 'src/renderer/frame'), { recursive: true });
  await rm(join(root, 'src/renderer/app'), { recursive: true });
  seen.push(fingerprint(root));
  expect(new Set(seen).size).toBe(4);
});

it('a build does not depend on tests or on what runs from its source', async () => {
  const before = fingerprint(root);
  await writeFile(join(root, 'src/renderer/app/App.test.tsx'), 'test');
  await mkdir(join(root, 'src/server'), { recursive: true });
  await writeFile(join(root, 'src/server/main.ts'), 'server');
  expect(fingerprint(root)).toBe(before);
});
