import { RuntimeDescriptor, type ToSandbox } from '../../../contract/sandbox.ts';
import type { Commands } from '../commands.ts';
import type { EnterLab } from '../enter-lab.ts';
import { failureOf } from '../failure.ts';
import { exitNow, guardExit } from '../guard-exit.ts';
import { guardKill } from '../guard-kill.ts';
import { forgetLoadedFiles } from '../loaded-files.ts';
import { reportNeverReady } from '../never-ready.ts';
import { forgetApps } from '../observe-apps.ts';
import { report } from '../report.ts';
import descriptor from '../runtime.json' with { type: 'json' };
import { startLearnerApi } from '../start.ts';
import { takeStrippedFiles } from '../stripped-files.ts';
import { passed, timingsSoFar } from '../timings.ts';
import { forgetTraffic, startRecording } from '../traffic.ts';
import { enterWorkspace, type Workspace } from '../workspace.ts';
import { closeApps } from './close-apps.ts';
import { rememberShared } from './known-state.ts';
import { watchTimers } from './left-timers.ts';
import { rememberSettings } from './put-back.ts';

type RunCommand = Extract<ToSandbox, { type: 'run' }>;

export type SeriesHost = {
  commands: Commands;
  enterLab: EnterLab;
  /** Called with the folder of each program before its code is loaded. */
  watch: (workspace: Workspace) => void;
};

const { packages } = RuntimeDescriptor.parse(descriptor);

/**
 * Serves one API after the other, each from a folder of its own and so with its own modules. Between two of them the
 * process is put back to how it was. What cannot be put back ends the process, and the server takes a new one: a program
 * that does not start, that does not close in time, that leaves a timer or a connection, or that changed something which
 * all programs share. Only for programs that the author of a course wrote.
 */
export async function serveSeries(first: RunCommand, { commands, enterLab, watch }: SeriesHost): Promise<never> {
  let workspace = enterWorkspace(first.workspace);
  let ready = false;
  guardKill();
  guardExit((thrown) => failureOf(thrown, workspace, packages, ready ? 'RW_CODE_EXITED' : 'RW_CODE_THROWS'));
  const idle = process.getActiveResourcesInfo();
  const putBack = rememberSettings();
  const firstChange = rememberShared();
  const hasTimers = watchTimers();
  for (let command = first; ; ) {
    const run = { isReady: false };
    ready = false;
    workspace = enterWorkspace(command.workspace);
    process.chdir(command.workspace);
    takeStrippedFiles(command.stripped);
    enterLab(command.env);
    startRecording();
    watch(workspace);
    reportNeverReady(workspace, command.entry, () => run.isReady);
    passed('entered');
    try {
      const { port, tls, plainPort, openapi, routes } = await startLearnerApi(workspace, command.entry);
      ready = true;
      run.isReady = true;
      commands.release();
      report({ type: 'ready', port, tls, plainPort, openapi, routes, timings: timingsSoFar() });
    } catch (error) {
      report({ type: 'failed', failure: failureOf(error, workspace, packages) });
      exitNow(1);
    }
    await commands.end();
    commands.hold();
    const isClosed = await closeApps(idle);
    const hasLeft = hasTimers() || firstChange() !== null;
    if (!isClosed || hasLeft) exitNow(0);
    putBack();
    forgetApps();
    forgetLoadedFiles();
    forgetTraffic();
    report({ type: 'ended' });
    const next = await commands.next();
    passed('received');
    if (next.type !== 'run') exitNow(1);
    command = next;
  }
}
