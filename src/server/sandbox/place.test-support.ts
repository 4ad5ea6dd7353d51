import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPool, type PoolOptions, type RunningApi, type RunOptions, type SandboxPool } from './pool.ts';
import { loadRuntime } from './runtime.ts';

/** A temporary home with a pool, for tests. */
export type Place = {
  home: string;
  pool: SandboxPool;
  /** Writes files to a new workspace and gives its folder. */
  workspace(files: Record<string, string>): Promise<string>;
  /** Runs `src/app.ts` with this text. */
  run(app: string, options?: Partial<RunOptions>): Promise<RunningApi>;
  close(): Promise<void>;
};

export async function openPlace(size: number, reuse?: PoolOptions['reuse']): Promise<Place> {
  const home = await realpath(await mkdtemp(path.join(tmpdir(), 'routewright-sandbox-')));
  const pool = createPool({ runtime: await loadRuntime('node'), size, reuse });
  let count = 0;
  const workspace = async (files: Record<string, string>) => {
    count += 1;
    const dir = path.join(home, `w${count}`);
    for (const [file, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(dir, file)), { recursive: true });
      await writeFile(path.join(dir, file), text);
    }
    return dir;
  };
  return {
    home,
    pool,
    workspace,
    run: async (app, options) =>
      pool.run({ workspace: await workspace({ 'src/app.ts': app }), entry: 'src/app.ts', ...options }),
    async close() {
      await pool.close();
      await rm(home, { recursive: true });
    },
  };
}
