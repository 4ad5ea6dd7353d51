import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { StrippedFile } from '../../contract/sandbox.ts';
import { hop } from '../profile/hop.ts';
import { allowReading, type CommandLine, commandLine } from './command-line.ts';
import type { LearnerProcess } from './learner-process.ts';
import { poolFolder } from './pool-folder.ts';
import { readWorkspace } from './read-workspace.ts';
import { type RehearsedProcess, startRehearsal } from './rehearsed-process.ts';
import { reusedProcesses } from './reused-processes.ts';
import type { RunningApi, RunOptions } from './running-api.ts';
import type { Runtime } from './runtime.ts';
import { startApi } from './start-api.ts';
import { openStock, type Purpose, type StockSize } from './stock.ts';
import { typeStripper } from './type-stripper.ts';

export type { RunningApi, RunOptions };

/** The longest time that a timer takes: 24 days. */
const NEVER_MS = 2 ** 31 - 1;

export type SandboxPool = {
  /**
   * Hands the workspace to a rehearsed process. Throws StartFailedError, the signal's reason when aborted, or
   * RoutewrightError RW_HOST_RUNTIME when no process can be started.
   */
  run(options: RunOptions): Promise<RunningApi>;
  /** Hands out a rehearsed process for something other than an API; whoever takes it kills it. Rejects as `run` does. */
  take(purpose: Purpose, signal: AbortSignal): Promise<LearnerProcess>;
  /** Takes the types out of a file (relative path); null: the process must do it. */
  strip(file: string, text: string): Promise<StrippedFile | null>;
  /** Resolves when `n` processes (default: all that the pool keeps) are rehearsed. Rejects with RW_HOST_RUNTIME. */
  ready(n?: number): Promise<void>;
  /** Until what it returns is called, new processes give way to a run and its checks. */
  hold(): () => void;
  /** Ids of the processes that are alive, idle or running. */
  pids(): number[];
  /** Ends every process of the pool, idle or running. Resolves when they are gone. */
  close(): Promise<void>;
};

export type PoolOptions = {
  runtime: Runtime;
  /** How many rehearsed processes are kept, or a function of how many now. */
  size: number | (() => StockSize);
  /** Processes serve several programs, so many at most. For programs that the author of a course wrote, never for a learner's. */
  reuse?: { times: number };
};

/** Keeps processes of a runtime started and rehearsed. Unless `reuse` says otherwise each serves one run and is never used again. */
export function createPool(options: PoolOptions): SandboxPool {
  const { size } = options;
  const sizeNow = typeof size === 'function' ? size : () => ({ size, atRest: size, afterMs: NEVER_MS });
  const alive = new Set<LearnerProcess>();
  const closing = new AbortController();
  const folder = poolFolder();
  const stripper = typeStripper();
  let line: Promise<CommandLine> | undefined;

  const start = async (): Promise<RehearsedProcess> => {
    const { compiled, runs } = await folder.paths;
    line ??= commandLine(options.runtime, compiled);
    const settled = await line;
    const run = await mkdtemp(path.join(runs, 'r-'));
    closing.signal.throwIfAborted();
    const entry = startRehearsal(allowReading(settled, run), run);
    alive.add(entry.process);
    void entry.process.exited.then(async () => {
      alive.delete(entry.process);
      await rm(run, { recursive: true, force: true }).catch(() => {});
    });
    return entry;
  };
  const stock = openStock(start, sizeNow);

  const reused = options.reuse && reusedProcesses(options.reuse.times, (signal) => stock.take('checks', signal));

  stock.refill();
  return {
    async run(run) {
      const signal = run.signal ? AbortSignal.any([run.signal, closing.signal]) : closing.signal;
      signal.throwIfAborted();
      hop('asked', run.purpose);
      const found = await readWorkspace(run.workspace, run.textOf ?? (() => null), stripper);
      hop('read');
      try {
        if (reused && !run.fresh) {
          const process = await reused.take(signal);
          const folder = path.join(process.folder, String(reused.before(process)));
          const series = { folder, giveBack: reused.giveBack };
          return await startApi(process, { ...run, ...found }, signal, closing.signal, series);
        }
        const process = await stock.take(run.purpose ?? 'live', signal);
        return await startApi(process, { ...run, ...found }, signal, closing.signal);
      } finally {
        // After the taker has its answer: starting a process would compete with it.
        setImmediate(stock.refill);
      }
    },
    async take(purpose, signal) {
      try {
        return await stock.take(purpose, AbortSignal.any([signal, closing.signal]));
      } finally {
        setImmediate(stock.refill);
      }
    },
    strip: stripper.strip,
    hold: stock.hold,
    ready: (n = sizeNow().size) => stock.ready(n),
    pids: () => [...alive].flatMap((process) => process.pid ?? []),
    async close() {
      const reason = new DOMException('The sandbox pool was closed.', 'AbortError');
      closing.abort(reason);
      stock.close(reason);
      await line?.catch(() => {});
      const last = [...alive];
      for (const process of last) process.kill();
      await Promise.all(last.map((process) => process.exited));
      await Promise.all([folder.remove(), stripper.close()]);
    },
  };
}
