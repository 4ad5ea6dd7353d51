import { hop } from '../profile/hop.ts';
import { codeCache } from './code-cache.ts';
import { type CommandLine, commandLine } from './command-line.ts';
import type { LearnerProcess } from './learner-process.ts';
import { readWorkspace } from './read-workspace.ts';
import { type RehearsedProcess, startRehearsal } from './rehearsed-process.ts';
import type { RunningApi, RunOptions } from './running-api.ts';
import type { Runtime } from './runtime.ts';
import { startApi } from './start-api.ts';
import { typeStripper } from './type-stripper.ts';

export type { RunningApi, RunOptions };

export type SandboxPool = {
  /**
   * Hands the workspace to a rehearsed process. Throws StartFailedError, the signal's reason when aborted, or
   * RoutewrightError RW_HOST_RUNTIME when no process can be started.
   */
  run(options: RunOptions): Promise<RunningApi>;
  /** Resolves when `n` processes (default: all that the pool keeps) are rehearsed. Rejects with RW_HOST_RUNTIME. */
  ready(n?: number): Promise<void>;
  /** Ids of the processes that are alive, idle or running. */
  pids(): number[];
  /** Ends every process of the pool, idle or running. Resolves when they are gone. */
  close(): Promise<void>;
};

/**
 * Keeps `size` processes of a runtime started and rehearsed. Each serves one run and is never used again.
 * `readable`: the folder that they may read beside the runtime's own files.
 */
export function createPool(options: { runtime: Runtime; readable: string; size: number }): SandboxPool {
  const idle: RehearsedProcess[] = [];
  const alive = new Set<LearnerProcess>();
  const closing = new AbortController();
  const cache = codeCache();
  const stripper = typeStripper();
  let line: Promise<CommandLine> | undefined;
  let filling: Promise<void> | undefined;

  const start = async (): Promise<RehearsedProcess> => {
    line ??= cache.folder.then((folder) => commandLine(options.runtime, options.readable, folder));
    const settled = await line;
    closing.signal.throwIfAborted();
    const entry = startRehearsal(settled, options.readable);
    alive.add(entry.process);
    void entry.process.exited.then(() => {
      alive.delete(entry.process);
      const at = idle.indexOf(entry);
      if (at !== -1) idle.splice(at, 1);
    });
    return entry;
  };

  const fill = async (): Promise<void> => {
    while (idle.length < options.size && !closing.signal.aborted) idle.push(await start());
  };
  const refill = (): Promise<void> => {
    filling ??= fill().finally(() => {
      filling = undefined;
    });
    return filling;
  };
  const refillQuietly = () => void refill().catch(() => {});

  const pick = (): RehearsedProcess | undefined => {
    const at = idle.findIndex((entry) => entry.state === 'rehearsed');
    return idle.splice(Math.max(at, 0), 1)[0];
  };

  /** A rehearsed process; when the taker is aborted while it waits, the process stays in the pool. */
  const take = async (signal: AbortSignal): Promise<LearnerProcess> => {
    if (idle.length === 0) await filling;
    const picked = pick();
    const entry = picked ?? (await start());
    try {
      await unlessAborted(entry.rehearsed, signal);
      return entry.process;
    } catch (error) {
      if (signal.aborted) idle.unshift(entry);
      // An idle process may have died of something that is over; one that was just started did not.
      else if (picked) return take(signal);
      throw error;
    }
  };

  refillQuietly();
  return {
    async run(run) {
      const signal = run.signal ? AbortSignal.any([run.signal, closing.signal]) : closing.signal;
      signal.throwIfAborted();
      hop('asked', run.purpose);
      const stripped = await readWorkspace(run.workspace, run.textOf ?? (() => null), stripper);
      hop('read');
      try {
        return await startApi(await take(signal), { ...run, stripped }, signal, closing.signal);
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
      await Promise.all([cache.remove(), stripper.close()]);
    },
  };
}

async function unlessAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    signal.throwIfAborted();
    await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
