import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A temporary folder of one pool for compiled code; nobody else may write there, since what lies in it is run. */
export type CodeCache = { folder: Promise<string>; remove(): Promise<void> };

export function codeCache(): CodeCache {
  const folder = realpath(tmpdir()).then((place) => mkdtemp(path.join(place, 'routewright-code-')));
  folder.catch(() => {});
  return {
    folder,
    remove: async () => {
      await folder.then((made) => rm(made, { recursive: true, force: true })).catch(() => {});
    },
  };
}
