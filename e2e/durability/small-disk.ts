import { execFileSync } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MIB = 1024 * 1024;

/** A disk of its own for one test. */
export type SmallDisk = {
  /** Absolute folder. */
  readonly folder: string;
  /** Uses up all space but `leave` bytes, about. */
  fill(leave?: number): void;
  /** Gives the space back. */
  free(): void;
  /** From now on nothing can be written. Only while nobody has a file open for writing. */
  makeReadOnly(): void;
  remove(): void;
};

/** Why this machine has no small disks; null when it has. */
export function withoutSmallDisks(): string | null {
  if (process.platform !== 'linux') return 'only Linux has tmpfs';
  try {
    makeSmallDisk(1).remove();
    return null;
  } catch {
    return 'mounting a tmpfs is not permitted here: run this as root';
  }
}

/** A new tmpfs of `mib` MiB. Throws when mounting is not permitted. */
export function makeSmallDisk(mib: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'routewright-disk-'));
  try {
    mount('mount', '-t', 'tmpfs', '-o', `size=${mib}m`, 'routewright-test', folder);
  } catch (error) {
    rmdirSync(folder);
    throw error;
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill(leave = 0) {
      const file = openSync(filler, 'a');
      try {
        for (let part = MIB; part >= 1; part = Math.floor(part / 2)) writeWhileItFits(file, Buffer.alloc(part));
        if (leave > 0) ftruncateSync(file, Math.max(0, fstatSync(file).size - leave));
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
    makeReadOnly: () => mount('mount', '-o', 'remount,ro', folder),
    remove() {
      mount('umount', folder);
      rmdirSync(folder);
    },
  };
}

function writeWhileItFits(file: number, part: Buffer): void {
  try {
    for (;;) if (writeSync(file, part) < part.length) return;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

function mount(command: string, ...args: string[]): void {
  execFileSync(command, args, { stdio: 'pipe' });
}
