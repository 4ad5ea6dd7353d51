import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync } from 'node:sqlite';

/**
 * Preloaded into a server: the disk refuses what the file `?order=` names, as `call code`, such as `rename EIO`; an empty
 * order refuses nothing. Only temporary files of saves and the folders that they stand in are met.
 */
const order = new URL(import.meta.url).searchParams.get('order') ?? '';
const real = { ...fs };
/** Descriptors of temporary files, and of folders. */
const open = new Map<number, 'file' | 'folder'>();

function refuse(call: string): NodeJS.ErrnoException | null {
  const [wanted, code] = real.readFileSync(order, 'utf8').split(' ');
  return wanted === call ? Object.assign(new Error(`${code}: refused by the test, ${call}`), { code }) : null;
}

function meet(call: string): void {
  const error = refuse(call);
  if (error) throw error;
}

fs.openSync = (path, flags, mode) => {
  const isSave = String(path).endsWith('.rw-tmp');
  if (isSave) meet('open');
  const fd = real.openSync(path, flags, mode);
  if (isSave) open.set(fd, 'file');
  else if (flags === 'r' && real.fstatSync(fd).isDirectory()) open.set(fd, 'folder');
  return fd;
};
fs.closeSync = (fd) => {
  open.delete(fd);
  real.closeSync(fd);
};
fs.writeFileSync = (file, data, options) => {
  if (typeof file === 'number' && open.has(file)) {
    const error = refuse('write');
    // A disk fails in the middle.
    if (error) real.writeFileSync(file, String(data).slice(0, 10));
    if (error) throw error;
  }
  real.writeFileSync(file, data, options);
};
fs.fsync = Object.assign(
  (fd: number, callback: fs.NoParamCallback) => {
    const error = open.has(fd) ? refuse(`fsync-${open.get(fd)}`) : null;
    if (error) process.nextTick(callback, error);
    else real.fsync(fd, callback);
  },
  { __promisify__: real.fsync.__promisify__ },
);
fs.renameSync = (from, to) => {
  if (String(from).endsWith('.rw-tmp')) meet('rename');
  real.renameSync(from, to);
};
syncBuiltinESMExports();

const { prepare } = DatabaseSync.prototype;
DatabaseSync.prototype.prepare = function (sql, ...rest) {
  if (sql.trimStart().startsWith('INSERT')) {
    const error = refuse('sqlite');
    // SQLite's own number for a full disk.
    if (error) throw Object.assign(error, { errcode: 13 });
  }
  return prepare.call(this, sql, ...rest);
};
