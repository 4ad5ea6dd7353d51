import { expect, test } from 'vitest';
import { partOfLockfile, readLockfile } from './lockfile.ts';

const whole = readLockfile(
  JSON.stringify({
    packages: {
      '': { name: 'workbench' },
      'node_modules/api': { version: '1.0.0', integrity: 'a', dependencies: { shared: '^2.0.0', own: '^1.0.0' } },
      'node_modules/api/node_modules/shared': { version: '2.0.0', integrity: 'b', dependencies: { own: '^1.0.0' } },
      'node_modules/shared': { version: '1.0.0', integrity: 'c' },
      'node_modules/own': { version: '1.0.0', integrity: 'd', dev: true, peerDependencies: { peer: '*' } },
      'node_modules/peer': { version: '3.0.0', integrity: 'e', peer: true },
      'node_modules/tool': {
        version: '5.0.0',
        integrity: 'f',
        dependencies: { own: '*', only: '*' },
        peerDependencies: { wish: '*' },
        peerDependenciesMeta: { wish: { optional: true } },
      },
      'node_modules/only': { version: '6.0.0', integrity: 'g' },
      'node_modules/wish': { version: '7.0.0', integrity: 'h' },
      'node_modules/other': { version: '8.0.0', integrity: 'i' },
    },
  }),
);

const manifest = {
  name: 'library',
  version: '1.0.0',
  dependencies: { api: '1.0.0' },
  devDependencies: { tool: '5.0.0' },
};
const { packages } = JSON.parse(partOfLockfile(whole, manifest));

test('holds what the project needs, where Node looks for it, and nothing else', () => {
  expect(Object.keys(packages)).toEqual([
    '',
    'node_modules/api',
    'node_modules/api/node_modules/shared',
    'node_modules/only',
    'node_modules/own',
    'node_modules/peer',
    'node_modules/tool',
  ]);
});

test('marks what only development needs, whatever it was in the larger project', () => {
  const marked = Object.entries<{ dev?: boolean; peer?: boolean }>(packages).filter(
    ([, entry]) => entry.dev || entry.peer,
  );
  expect(marked.map(([path]) => path)).toEqual(['node_modules/only', 'node_modules/tool']);
});

test('keeps versions and integrity', () => {
  expect(packages['node_modules/api/node_modules/shared']).toEqual({
    version: '2.0.0',
    integrity: 'b',
    dependencies: { own: '^1.0.0' },
  });
  expect(packages['']).toEqual(manifest);
});
