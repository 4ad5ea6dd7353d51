import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readWindowState, writeWindowState } from './window-state.ts';

const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'routewright-window-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('the place of the window', () => {
  it('is where it was left', () => {
    const file = join(dir, 'desktop', 'window.json');
    writeWindowState(file, { x: 40, y: 50, width: 1200, height: 800 }, true);
    expect(readWindowState(file, screens)).toEqual({ x: 40, y: 50, width: 1200, height: 800, maximized: true });
  });

  it('keeps its size but not its place when that screen is gone', () => {
    const file = join(dir, 'window.json');
    writeWindowState(file, { x: 4000, y: 50, width: 1200, height: 800 }, false);
    expect(readWindowState(file, screens)).toEqual({ width: 1200, height: 800, maximized: false });
  });

  it.each(['', '{', '[]', 'null', '{"x":"a"}', '{"x":1e400,"y":0,"width":1,"height":1}'])(
    'survives a file with %j',
    async (text) => {
      const file = join(dir, 'window.json');
      await writeFile(file, text);
      expect(readWindowState(file, screens)).toEqual({ width: 1440, height: 900, maximized: false });
    },
  );

  it('is never too small to use', () => {
    const file = join(dir, 'window.json');
    writeWindowState(file, { x: 0, y: 0, width: 10, height: 10 }, false);
    expect(readWindowState(file, screens)).toMatchObject({ width: 800, height: 560 });
  });

  it('may be lost without harm', () => {
    expect(() => writeWindowState('/dev/null/x/window.json', { x: 0, y: 0, width: 1, height: 1 }, false)).not.toThrow();
  });
});
