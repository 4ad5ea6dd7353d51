import { createPool, type SandboxPool } from '../sandbox/pool.ts';
import { loadRuntime } from '../sandbox/runtime.ts';

/** Processes that each runtime keeps ready: one for the learner's API, one for the checks, one for the next edit. */
const POOL_SIZE = 3;

/** The pools of a workbench, one for each runtime, made when it is first wanted. */
export class Pools {
  readonly #readable: string;
  readonly #pools = new Map<string, Promise<SandboxPool>>();

  /** `readable`: the folder (absolute) below which all workspaces lie. */
  constructor(readable: string) {
    this.#readable = readable;
  }

  /** Throws RW_HOST_RUNTIME when this installation cannot start the runtime. */
  of(runtime: string): Promise<SandboxPool> {
    const known = this.#pools.get(runtime);
    if (known) return known;
    const made = loadRuntime(runtime).then((loaded) =>
      createPool({ runtime: loaded, readable: this.#readable, size: POOL_SIZE }),
    );
    this.#pools.set(runtime, made);
    made.catch(() => this.#pools.delete(runtime));
    return made;
  }

  /** Ends every process. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.#pools.values()].map(async (pool) => (await pool).close()));
  }
}
