import { expect, test } from 'vitest';
import { documentedLeaks } from './documented-leaks.ts';
import { LEAKS } from './probe.ts';
import { PROBES } from './probes.ts';

test('what probes know to be possible is what the docs say', async () => {
  expect(await documentedLeaks()).toEqual(Object.values(LEAKS));
});

test('each documented leak is probed', () => {
  const probed = new Set(PROBES.map((probe) => probe.leak));
  for (const leak of Object.keys(LEAKS)) expect(probed).toContain(leak);
});

test('each probe has a name of its own', () => {
  expect(new Set(PROBES.map((probe) => probe.id)).size).toBe(PROBES.length);
});
