import fs from 'node:fs';
import { ServerResponse } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { Operation } from './operation.ts';

/**
 * Preloaded into a server: writes down what it does to the disk below `?home=`, in order, into the file `?trace=`.
 * It stands under everything that saves, so no way of saving goes past it; what it does not know it says.
 */
const parameters = new URL(import.meta.url).searchParams;
const home = parameters.get('home') ?? '';
const real = { ...fs };
const promises = { ...fs.promises };
const trace = real.openSync(parameters.get('trace') ?? '', 'a');
let last = 0;

function tell(operation: Operation): void {
  real.writeSync(trace, `${JSON.stringify(operation)}\n`);
}

/** The place in the home; null outside of it. */
function placeOf(path: fs.PathOrFileDescriptor): string | null {
  const place = relative(home, String(path));
  return place.startsWith('..') ? null : place;
}

type Unnumbered = Operation extends infer One ? (One extends { id: number } ? Omit<One, 'id'> : never) : never;

function begin(operation: Unnumbered): number {
  last += 1;
  tell({ ...operation, id: last });
  return last;
}

function atOnce<T>(operation: Unnumbered | null, act: () => T): T {
  if (operation === null) return act();
  const id = begin(operation);
  try {
    const result = act();
    tell({ op: 'done', id });
    return result;
  } catch (error) {
    tell({ op: 'failed', id });
    throw error;
  }
}

async function inTime<T>(operations: Unnumbered[], act: () => Promise<T>): Promise<T> {
  const ids = operations.map(begin);
  try {
    const result = await act();
    for (const id of ids) tell({ op: 'done', id });
    return result;
  } catch (error) {
    for (const id of ids) tell({ op: 'failed', id });
    throw error;
  }
}

const open = new Map<number, 'file' | 'folder'>();

fs.openSync = (path, flags, mode) => {
  const place = placeOf(path);
  const there = real.existsSync(path);
  const fd = real.openSync(path, flags, mode);
  if (place === null) return fd;
  const kind = real.fstatSync(fd).isDirectory() ? 'folder' : 'file';
  open.set(fd, kind);
  const emptied = there && String(flags).startsWith('w');
  return atOnce({ op: 'open', path: place, fd, kind, made: !there, emptied }, () => fd);
};
fs.closeSync = (fd) => {
  open.delete(fd);
  real.closeSync(fd);
};
fs.writeFileSync = (file, data, options) => {
  if (typeof file === 'number' && open.has(file)) {
    return atOnce({ op: 'write', fd: file, text: String(data) }, () => real.writeFileSync(file, data, options));
  }
  if (typeof file !== 'number' && placeOf(file) !== null) tell({ op: 'unknown', what: `writeFileSync of ${file}` });
  real.writeFileSync(file, data, options);
};
fs.writeSync = ((fd: number, data: string | Uint8Array) => {
  const text = typeof data === 'string' ? data : Buffer.from(data).toString();
  return atOnce(open.has(fd) ? { op: 'write', fd, text } : null, () => real.writeSync(fd, text));
}) as typeof fs.writeSync;
fs.fsync = Object.assign(
  (fd: number, callback: fs.NoParamCallback) => {
    const kind = open.get(fd);
    if (kind === undefined) return real.fsync(fd, callback);
    const id = begin({ op: 'fsync', fd, kind });
    real.fsync(fd, (error) => {
      tell({ op: error ? 'failed' : 'done', id });
      callback(error);
    });
  },
  { __promisify__: real.fsync.__promisify__ },
);
fs.fsyncSync = (fd) => {
  const kind = open.get(fd);
  atOnce(kind === undefined ? null : { op: 'fsync', fd, kind }, () => real.fsyncSync(fd));
};
fs.renameSync = (from, to) => atOnce(renaming(from, to), () => real.renameSync(from, to));
fs.promises.rename = (from, to) => inTime(some(renaming(from, to)), () => promises.rename(from, to));
fs.unlinkSync = (path) => atOnce(removing(path), () => real.unlinkSync(path));
fs.promises.unlink = (path) => inTime(some(removing(path)), () => promises.unlink(path));
fs.promises.rmdir = (path) => {
  const place = placeOf(path);
  return inTime(place === null ? [] : [{ op: 'rmdir', path: place }], () => promises.rmdir(path));
};
fs.rmSync = (path, options) => {
  for (const operation of removingAll(String(path))) atOnce(operation, () => {});
  real.rmSync(path, options);
};
fs.promises.rm = (path, options) => inTime(removingAll(String(path)), () => promises.rm(path, options));
fs.promises.mkdir = ((path: string, options?: fs.MakeDirectoryOptions) =>
  inTime(making(path), () => promises.mkdir(path, options))) as typeof fs.promises.mkdir;

/** These leave the first path as it is: learner processes get links to the files of the home, outside of it. */
const FROM_FIRST = new Set(['copyFile', 'copyFileSync', 'cp', 'cpSync', 'link', 'linkSync']);

/** Ways to change a disk that nobody took so far. */
for (const name of [
  'appendFileSync',
  'copyFileSync',
  'cpSync',
  'ftruncateSync',
  'linkSync',
  'mkdirSync',
  'rmdirSync',
  'symlinkSync',
  'truncateSync',
] as const) {
  sayUnknown(fs, name);
}
for (const name of ['appendFile', 'copyFile', 'cp', 'link', 'open', 'symlink', 'truncate', 'writeFile'] as const) {
  sayUnknown(fs.promises, name);
}
syncBuiltinESMExports();

const { writeHead } = ServerResponse.prototype;
Object.defineProperty(ServerResponse.prototype, 'writeHead', {
  value(this: ServerResponse, ...args: Parameters<typeof writeHead>) {
    tell({ op: 'answer', url: this.req.url ?? '', status: args[0] });
    return writeHead.apply(this, args);
  },
});

function renaming(from: fs.PathLike, to: fs.PathLike): Unnumbered | null {
  const [source, target] = [placeOf(String(from)), placeOf(String(to))];
  return source === null || target === null ? null : { op: 'rename', from: source, to: target };
}

function removing(path: fs.PathLike): Unnumbered | null {
  const place = placeOf(String(path));
  return place === null ? null : { op: 'unlink', path: place };
}

function removingAll(path: string): Unnumbered[] {
  const place = placeOf(path);
  const stats = real.lstatSync(path, { throwIfNoEntry: false });
  if (place === null || !stats) return [];
  if (!stats.isDirectory()) return [{ op: 'unlink', path: place }];
  return [...real.readdirSync(path).flatMap((name) => removingAll(join(path, name))), { op: 'rmdir', path: place }];
}

/** Folders that are missing, the outermost first. */
function making(path: string): Unnumbered[] {
  const place = placeOf(path);
  if (place === null || place === '' || real.existsSync(path)) return [];
  return [...making(dirname(path)), { op: 'mkdir', path: place }];
}

function some<T>(one: T | null): T[] {
  return one === null ? [] : [one];
}

function sayUnknown(module: object, name: string): void {
  const act: unknown = Reflect.get(module, name);
  if (typeof act !== 'function') return;
  Reflect.set(module, name, (...args: unknown[]) => {
    const changed = FROM_FIRST.has(name) ? args.slice(1) : args;
    if (changed.some((one) => typeof one === 'string' && placeOf(one) !== null))
      tell({ op: 'unknown', what: `${name} ${args[0]}` });
    return Reflect.apply(act, module, args);
  });
}
