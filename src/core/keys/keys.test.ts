import { expect, it } from 'vitest';
import { KEY_GROUPS, readCombination, WINDOW_KEYS } from './keys.ts';

it('reads what is held with a key', () => {
  expect(readCombination('Ctrl K')).toEqual({ key: 'k', ctrl: true, alt: false, shift: false });
  expect(readCombination('Shift F6')).toEqual({ key: 'f6', ctrl: false, alt: false, shift: true });
  expect(readCombination('Alt PageDown')).toEqual({ key: 'pagedown', ctrl: false, alt: true, shift: false });
});

it('gives no two actions of the window one combination', () => {
  const all = Object.values(WINDOW_KEYS).map(({ keys }) => JSON.stringify(readCombination(keys)));
  expect(new Set(all).size).toBe(all.length);
});

it('takes no key of the window that types something by itself', () => {
  for (const { keys } of Object.values(WINDOW_KEYS)) {
    const { key, ctrl, alt } = readCombination(keys);
    expect(ctrl || alt || /^f\d+$/.test(key), keys).toBe(true);
  }
});

it('says of each key once in its place what it does', () => {
  for (const { title, rows } of KEY_GROUPS) {
    expect(rows.length, title).toBeGreaterThan(0);
    expect(new Set(rows.map(({ keys }) => keys)).size, title).toBe(rows.length);
  }
});
