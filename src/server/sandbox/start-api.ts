import { mkdirSync } from 'node:fs';
import { errorMessage } from '../../contract/errors.ts';
import { LIMITS } from '../../contract/limits.ts';
import type { FromSandbox, StartFailure } from '../../contract/sandbox.ts';
import type { LabRun } from '../lab/lab.ts';
import { hop, hopsInside } from '../profile/hop.ts';
import { exitFailure } from './exit-failure.ts';
import { fillRunFolder } from './fill-run-folder.ts';
import type { LearnerProcess } from './learner-process.ts';
import type { LogSink } from './log-ring.ts';
import type { WorkspaceToRun } from './read-workspace.ts';
import type { RunningApi, RunOptions } from './running-api.ts';
import { StartFailedError } from './start-failed-error.ts';

/** How long after `LIMITS.startMs` the process may still say itself that it waits; a busy machine is late with that. */
const GRACE_MS = 1_000;

type PreparedRun = RunOptions & WorkspaceToRun;
/** What a process that serves several programs does otherwise. */
export type Series = {
  /** Where this program lies: below the folder of the process. */
  folder: string;
  /** Ends the program, and the process only when it must. */
  giveBack: (process: LearnerProcess) => Promise<void>;
};
type Ready = Extract<FromSandbox, { type: 'ready' }>;

/**
 * Hands the workspace to a rehearsed process and waits until its API answers, at most `LIMITS.startMs`.
 * Throws StartFailedError, or the signal's reason when aborted; the process is ended in both cases. An end after
 * `closing` counts as stopped. Without `series` the process serves this program only.
 */
export async function startApi(
  process: LearnerProcess,
  run: PreparedRun,
  signal: AbortSignal,
  closing: AbortSignal,
  series?: Series,
): Promise<RunningApi> {
  hop('taken', run.purpose);
  try {
    const ready = await untilReady(process, run, signal, series?.folder);
    return running(process, ready, { lab: run.lab, closing, series });
  } catch (error) {
    process.kill();
    throw error;
  }
}

async function untilReady(
  process: LearnerProcess,
  run: PreparedRun,
  signal: AbortSignal,
  own: string | undefined,
): Promise<Ready> {
  const folder = own ?? process.folder;
  const { promise, resolve, reject } = Promise.withResolvers<Ready>();
  const fail = (failure: StartFailure) => reject(new StartFailedError(failure));
  const abort = () => reject(signal.reason);
  const timer = setTimeout(() => {
    // A process whose event loop is free has reported RW_CODE_NEVER_READY by now.
    const message = errorMessage('RW_CODE_STALLED', { ms: LIMITS.startMs });
    fail({ code: 'RW_CODE_STALLED', message, file: run.entry });
  }, LIMITS.startMs + GRACE_MS);
  signal.addEventListener('abort', abort, { once: true });
  if (run.onLog) process.log(inWorkspace(run.onLog, folder, run.workspace));
  process.listen((message) => {
    if (message.type === 'ready') {
      hopsInside(message.timings);
      hop('ready');
      resolve(message);
    } else if (message.type === 'failed') fail(message.failure);
    else if (message.type === 'traffic') run.onTraffic?.(message.entries, message.dropped);
  });
  void process.exited.then((exit) => fail(process.failures[0] ?? exitFailure(exit)));
  try {
    if (signal.aborted) abort();
    else {
      if (own !== undefined) mkdirSync(own);
      fillRunFolder(folder, run.workspace, run.files, run.lab?.files);
      process.send({
        type: 'run',
        workspace: folder,
        entry: run.entry,
        stripped: run.stripped,
        env: run.lab?.env ?? {},
        several: own !== undefined,
      });
    }
    hop('sent');
    return await promise;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

/** Paths that the process prints are those of its own folder; the learner knows the workspace. */
function inWorkspace(sink: LogSink, folder: string, workspace: string): LogSink {
  return (lines, dropped) =>
    sink(
      lines.map((line) => ({ ...line, text: line.text.replaceAll(folder, workspace) })),
      dropped,
    );
}

type Around = { lab: LabRun | undefined; closing: AbortSignal; series: Series | undefined };

function running(process: LearnerProcess, ready: Ready, { lab, closing, series }: Around): RunningApi {
  let stopped = false;
  let stopping: Promise<void> | undefined;
  const end = async () => {
    if (series) return await series.giveBack(process);
    process.kill();
    await process.exited;
  };
  const gone: RunningApi['ended'] = process.exited.then((exit) => {
    if (stopped || closing.aborted) return { reason: 'stopped' };
    const failure = process.failures[0] ?? exitFailure(exit);
    const clean = exit.code === 0 && exit.signal === null;
    return { reason: clean ? 'exited' : 'crashed', failure };
  });
  const given = Promise.withResolvers<Awaited<RunningApi['ended']>>();
  return {
    url: `${ready.tls ? 'https' : 'http'}://127.0.0.1:${ready.port}`,
    plainUrl: ready.plainPort === undefined ? undefined : `http://127.0.0.1:${ready.plainPort}`,
    ca: ready.tls ? lab?.ca : undefined,
    port: ready.port,
    openapi: ready.openapi,
    routes: ready.routes,
    ended: series ? Promise.race([gone, given.promise]) : gone,
    async stop() {
      stopped = true;
      stopping ??= end();
      await stopping;
      given.resolve({ reason: 'stopped' });
    },
  };
}
