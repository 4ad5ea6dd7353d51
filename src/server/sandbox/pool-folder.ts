import { mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A temporary folder of one pool. `compiled`: for compiled code; nobody else may write there, since what lies in it is
 * run. `runs`: a folder for each process, the only one of a learner's that it may read.
 */
export type PoolFolder = { paths: Promise<{ compiled: string; runs: string }>; remove(): Promise<void> };

const PREFIX = 'routewright-code-';

/** Makes the folder, and removes those that killed programs left behind: their names carry the process id. */
export function poolFolder(): PoolFolder {
  const folder = make();
  const paths = folder.then(async (made) => {
    const parts = { compiled: path.join(made, 'compiled'), runs: path.join(made, 'runs') };
    await Promise.all(Object.values(parts).map((part) => mkdir(part)));
    return parts;
  });
  paths.catch(() => {});
  return {
    paths,
    remove: async () => {
      await folder.then((made) => rm(made, { recursive: true, force: true })).catch(() => {});
    },
  };
}

async function make(): Promise<string> {
  const place = await realpath(tmpdir());
  const names = await readdir(place).catch(() => []);
  const left = names.filter(
    (name) => name.startsWith(PREFIX) && !isAlive(Number(name.slice(PREFIX.length).split('-')[0])),
  );
  await Promise.allSettled(left.map((name) => rm(path.join(place, name), { recursive: true, force: true })));
  return mkdtemp(path.join(place, `${PREFIX}${process.pid}-`));
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 1) return true;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
