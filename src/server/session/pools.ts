import { isOnBattery } from '../host/power.ts';
import { createPool, type SandboxPool } from '../sandbox/pool.ts';
import { loadRuntime } from '../sandbox/runtime.ts';

/** Processes that each runtime keeps ready: one for the API and one for the checks, of this edit and of the next. */
const PLUGGED_IN = { size: 4, atRest: 1, afterMs: 30_000 };
/** Each takes a quarter of a second of a processor to make. */
const ON_BATTERY = { size: 2, atRest: 1, afterMs: 10_000 };
const POWER_MS = 30_000;

/** The pools of a workbench, one for each runtime, made when it is first wanted. */
export class Pools {
  readonly #pools = new Map<string, Promise<SandboxPool>>();

  /** Throws RW_HOST_RUNTIME when this installation cannot start the runtime. */
  of(runtime: string): Promise<SandboxPool> {
    const known = this.#pools.get(runtime);
    if (known) return known;
    const made = loadRuntime(runtime).then((loaded) => createPool({ runtime: loaded, size: stockSize() }));
    this.#pools.set(runtime, made);
    made.catch(() => this.#pools.delete(runtime));
    return made;
  }

  /** Ends every process. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.#pools.values()].map(async (pool) => (await pool).close()));
  }
}

/** Asks the system about its battery at most once in `POWER_MS`: on some machines the answer takes a while. */
function stockSize() {
  let asked = { at: Number.NEGATIVE_INFINITY, size: PLUGGED_IN };
  return () => {
    const now = performance.now();
    if (now - asked.at > POWER_MS) asked = { at: now, size: isOnBattery() ? ON_BATTERY : PLUGGED_IN };
    return asked.size;
  };
}
