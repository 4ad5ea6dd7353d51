import { RuntimeDescriptor } from '../../contract/sandbox.ts';
import { listenForCommands } from './commands.ts';
import { labEntrance } from './enter-lab.ts';
import { failureOf } from './failure.ts';
import { exitNow, guardExit, guardExitCalls } from './guard-exit.ts';
import { guardFlags } from './guard-flags.ts';
import { guardHost } from './guard-host.ts';
import { guardKill } from './guard-kill.ts';
import { guardListen } from './guard-listen.ts';
import { guardOutput } from './guard-output.ts';
import { guardPipes } from './guard-pipes.ts';
import { guardPriority } from './guard-priority.ts';
import { guardSqlite } from './guard-sqlite.ts';
import { guardImports } from './imports.ts';
import { keepCompiledCode } from './keep-compiled-code.ts';
import { reportNeverReady } from './never-ready.ts';
import { observeApps, stopObserving } from './observe-apps.ts';
import { rehearse } from './rehearse.ts';
import { report } from './report.ts';
import descriptor from './runtime.json' with { type: 'json' };
import { serveSeries } from './series/serve-series.ts';
import { startLearnerApi } from './start.ts';
import { takeStrippedFiles } from './stripped-files.ts';
import { serveTests } from './testing/serve-tests.ts';
import { passed, timingsSoFar } from './timings.ts';
import { startRecording } from './traffic.ts';
import type { Watchdog } from './watchdog.ts';
import { enterWorkspace } from './workspace.ts';

const { packages } = RuntimeDescriptor.parse(descriptor);

/** Rehearses, waits for the workspace, serves it or runs its tests, says what happens. Resolves when the API runs or the tests are through. */
export async function serveLearner(watching: Promise<Watchdog>): Promise<void> {
  Error.stackTraceLimit = 50;

  guardOutput();
  guardListen();
  guardPriority();
  guardPipes();
  guardFlags();
  guardHost();
  const enterLab = labEntrance(guardSqlite());
  guardImports(packages);
  observeApps();
  const commands = listenForCommands(() => exitNow(0));
  await rehearse();
  const watchdog = await watching;
  keepCompiledCode();
  report({ type: 'rehearsed' });

  const command = await commands.next();
  passed('received');
  if (command.type === 'test') {
    guardKill();
    guardExitCalls();
    stopObserving();
    await serveTests(command, { ...watchdog, enterLab });
    return;
  }
  if (command.several) return await serveSeries(command, { commands, enterLab, watch: watchdog.watch });
  const { workspace: dir, entry, stripped, env } = command;
  const workspace = enterWorkspace(dir);
  takeStrippedFiles(stripped);
  enterLab(env);
  guardKill();
  let ready = false;
  guardExit((thrown) => failureOf(thrown, workspace, packages, ready ? 'RW_CODE_EXITED' : 'RW_CODE_THROWS'));
  startRecording();
  watchdog.watch(workspace);
  reportNeverReady(workspace, entry, () => ready);
  passed('entered');
  try {
    const { port, tls, plainPort, openapi, routes } = await startLearnerApi(workspace, entry);
    ready = true;
    commands.release();
    report({ type: 'ready', port, tls, plainPort, openapi, routes, timings: timingsSoFar() });
  } catch (error) {
    report({ type: 'failed', failure: failureOf(error, workspace, packages) });
    exitNow(1);
  }
}
