import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname } from 'node:path';

/**
 * Preloaded into a server to prove that the tests of durability would notice: it saves in a worse way.
 * `?how=truncate` writes over the old text instead of putting a new file in its place; `?how=early` has the file put in
 * its place only after the answer.
 */
const how = new URL(import.meta.url).searchParams.get('how');
const { renameSync, openSync, writeSync, closeSync, existsSync, readFileSync, rmSync } = fs;
const PARTS = 10;
/** A slow disk, so that few kills are enough to meet it half way. */
const PART_MS = 2;

fs.renameSync = (from, to) => {
  if (!String(from).endsWith('.rw-tmp') || !existsSync(to)) return renameSync(from, to);
  if (how === 'truncate') return writeOver(String(from), String(to));
  setTimeout(() => {
    // Its folder may be gone by then.
    if (existsSync(from) && existsSync(dirname(String(to)))) renameSync(from, to);
  }, 50);
};
syncBuiltinESMExports();

function writeOver(from: string, to: string): void {
  const bytes = readFileSync(from);
  const file = openSync(to, 'w');
  const part = Math.ceil(bytes.length / PARTS);
  for (let at = 0; at < bytes.length; at += part) {
    writeSync(file, Buffer.from(bytes.subarray(at, at + part)));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PART_MS);
  }
  closeSync(file);
  rmSync(from);
}
