import type { LabRun } from '../lab/lab.ts';
import type { RunningApi } from '../sandbox/pool.ts';

/** How a run makes APIs to judge. */
export type BenchMaker = {
  /** Makes what stands beside a fresh API. */
  openLab: () => Promise<LabRun>;
  /** Starts the API beside `lab`. Throws StartFailedError. */
  start: (lab: LabRun) => Promise<RunningApi>;
};

/** One API on which steps are tried, with what stands beside it. */
export type Bench = {
  readonly lab: LabRun;
  /** The one that answers now: another one after a restart. */
  readonly api: RunningApi;
  /** Ends the process and starts another one with the same database, secrets and addresses. Throws StartFailedError. */
  restart(): Promise<void>;
  /** Ends the process and gives back what stood beside it. */
  close(): Promise<void>;
};

/** Opens a lab and starts an API beside it. What `start` throws is thrown, after the lab has been closed. */
export async function openBench({ openLab, start }: BenchMaker): Promise<Bench> {
  const lab = await openLab();
  let api: RunningApi;
  try {
    api = await start(lab);
  } catch (error) {
    await lab.close();
    throw error;
  }
  return {
    lab,
    get api() {
      return api;
    },
    async restart() {
      await api.stop();
      api = await start(lab);
    },
    async close() {
      await api.stop();
      await lab.close();
    },
  };
}
