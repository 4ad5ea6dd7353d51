import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { startWorkbench, type WorkbenchServer } from '../../e2e/hosts/workbench-server.ts';
import { Hop } from './hop.ts';

export type ListenedServer = Pick<WorkbenchServer, 'url'> & {
  /** What edits have passed, in one list up to each check run that was done. Complete when the server has ended. */
  hops(): Promise<Hop[][]>;
  stop(): Promise<void>;
  /** Removes what was listened to. */
  remove(): Promise<void>;
};

/** A workbench server that tells which hops an edit passes in it. `course`: absolute folder. */
export async function startListened(course: string): Promise<ListenedServer> {
  const folder = await mkdtemp(join(tmpdir(), 'routewright-hops-'));
  const file = join(folder, 'hops.jsonl');
  const listener = new URL('./hop-listener.ts', import.meta.url);
  listener.searchParams.set('to', pathToFileURL(file).href);
  const server = await startWorkbench({ course, pages: false, preload: [listener.href] });
  return {
    url: server.url,
    async hops() {
      const lines = (await readFile(file, 'utf8')).trim().split('\n');
      return z.array(z.array(Hop)).parse(lines.map((line): unknown => JSON.parse(line)));
    },
    stop: () => server.stop(),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
