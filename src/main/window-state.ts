import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export type Area = { x: number; y: number; width: number; height: number };
export type WindowState = Partial<Pick<Area, 'x' | 'y'>> & { width: number; height: number; maximized: boolean };

const DEFAULT: WindowState = { width: 1440, height: 900, maximized: false };
const SMALLEST = { width: 800, height: 560 };

/** Where the window stood last; the default when the file is missing, damaged, or the place is on no screen any more. */
export function readWindowState(file: string, screens: Area[]): WindowState {
  const state = parse(file);
  if (state === null) return DEFAULT;
  const { x, y, width, height, maximized } = state;
  const size = { width: Math.max(width, SMALLEST.width), height: Math.max(height, SMALLEST.height), maximized };
  const visible = screens.some(
    (screen) => x < screen.x + screen.width && x + width > screen.x && y >= screen.y && y < screen.y + screen.height,
  );
  return visible ? { x, y, ...size } : size;
}

/** Keeps where the window stands. A folder that cannot be written loses the place, nothing else. */
export function writeWindowState(file: string, area: Area, maximized: boolean): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ ...area, maximized }));
  } catch {
    // Not worth a word to the learner.
  }
}

function parse(file: string): (Area & { maximized: boolean }) | null {
  try {
    const value: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
    const { x, y, width, height } = value;
    if (![x, y, width, height].every(Number.isSafeInteger)) return null;
    return {
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
      maximized: value.maximized === true,
    };
  } catch {
    return null;
  }
}
