import { type CommandLine, commandLine } from './command-line.ts';
import { type LearnerProcess, startProcess } from './learner-process.ts';
import { refuseLinks } from './refuse-links.ts';
import type { RunningApi, RunOptions } from './running-api.ts';
import type { Runtime } from './runtime.ts';
import { startApi } from './start-api.ts';

export type { RunningApi, RunOptions };

export type SandboxPool = {
  /** Hands the workspace to a rehearsed process. Throws StartFailedError, or the signal's reason when aborted. */
  run(options: RunOptions): Promise<RunningApi>;
  /** Resolves when `n` processes (default: all that the pool keeps) are rehearsed. Rejects when the runtime cannot start. */
  ready(n?: number): Promise<void>;
  /** Ids of the processes that are alive, idle or running. */
  pids(): number[];
  /** Ends every process of the pool, idle or running. Resolves when they are gone. */
  close(): Promise<void>;
};

type Idle = { process: LearnerProcess; rehearsed: Promise<boolean> };

/**
 * Keeps `size` processes of a runtime started and rehearsed. Each serves one run and is never used again.
 * `readable`: the folder that they may read beside the runtime's own files.
 */
export function createPool(options: { runtime: Runtime; readable: string; size: number }): SandboxPool {
  const idle: Idle[] = [];
  const alive = new Set<LearnerProcess>();
  const closing = new AbortController();
  let line: Promise<CommandLine> | undefined;

  const start = async (): Promise<Idle> => {
    line ??= commandLine(options.runtime, options.readable);
    const settled = await line;
    closing.signal.throwIfAborted();
    const process = startProcess(settled, options.readable);
    alive.add(process);
    void process.exited.then(() => alive.delete(process));
    const rehearsed = new Promise<boolean>((resolve) => {
      process.listen((message) => message.type === 'rehearsed' && resolve(true));
      void process.exited.then(() => resolve(false));
    });
    return { process, rehearsed };
  };

  const fill = async (): Promise<void> => {
    while (idle.length < options.size && !closing.signal.aborted) {
      const slot = start();
      const entry = await slot;
      idle.push(entry);
    }
  };
  let filling: Promise<void> | undefined;
  const refill = (): Promise<void> => {
    filling ??= fill().finally(() => {
      filling = undefined;
    });
    return filling;
  };
  const refillQuietly = () => void refill().catch(() => {});

  const take = async (): Promise<LearnerProcess> => {
    const entry = idle.shift() ?? (await start());
    if (await entry.rehearsed) return entry.process;
    return takeAgain();
  };
  // A process that died while it waited is replaced once; if the next one dies too, the runtime is at fault.
  const takeAgain = async (): Promise<LearnerProcess> => {
    const entry = await start();
    await entry.rehearsed;
    return entry.process;
  };

  refillQuietly();
  return {
    async run(run) {
      const signal = run.signal ? AbortSignal.any([run.signal, closing.signal]) : closing.signal;
      signal.throwIfAborted();
      const [process] = await Promise.all([take(), refuseLinks(run.workspace)]);
      try {
        return await startApi(process, run, signal);
      } finally {
        // After the taker has its answer: starting a process would compete with it.
        setImmediate(refillQuietly);
      }
    },
    async ready(n = options.size) {
      await refill();
      await Promise.all(idle.slice(0, n).map((entry) => entry.rehearsed));
    },
    pids: () => [...alive].flatMap((process) => process.pid ?? []),
    async close() {
      closing.abort(new DOMException('The sandbox pool was closed.', 'AbortError'));
      await filling?.catch(() => {});
      const last = [...alive];
      for (const process of last) process.kill();
      await Promise.all(last.map((process) => process.exited));
    },
  };
}
