import { expect, test } from 'vitest';
import { once } from './once.ts';

type Made = { nth: number; end: () => void; ended: Promise<void> };

function counted() {
  const all: Made[] = [];
  const make = async (): Promise<Made> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const made = { nth: all.length, end: resolve, ended: promise };
    all.push(made);
    return made;
  };
  return { all, make };
}

test('it is made once, for all who ask at the same time and later', async () => {
  const { all, make } = counted();
  const shared = once(make);
  expect(await shared.made()).toBeUndefined();
  const [one, other] = await Promise.all([shared.get(), shared.get()]);
  expect(other).toBe(one);
  expect(await shared.get()).toBe(one);
  expect(await shared.made()).toBe(one);
  expect(all).toHaveLength(1);
});

test('what could not be made is tried again', async () => {
  let broken = true;
  const shared = once(async () => {
    if (broken) throw new Error('not now');
    return 'made';
  });
  await expect(shared.get()).rejects.toThrow('not now');
  broken = false;
  expect(await shared.get()).toBe('made');
});

test('what has ended is made anew for the next one who asks', async () => {
  const { make } = counted();
  const shared = once(make, ({ ended }) => ended);
  const first = await shared.get();
  first.end();
  await expect.poll(async () => (await shared.get()).nth).toBe(1);
});
