import { RoutewrightError } from '../../contract/errors.ts';
import type { CommandLine } from './command-line.ts';
import { type LearnerProcess, startProcess } from './learner-process.ts';

/** A process on its way to being handed out. */
export type RehearsedProcess = {
  process: LearnerProcess;
  /** Whether it can be handed out now. */
  state: 'rehearsing' | 'rehearsed' | 'dead';
  /** Resolves when it is rehearsed. Rejects with RW_HOST_RUNTIME when it died before. */
  rehearsed: Promise<void>;
};

export function startRehearsal(line: CommandLine, cwd: string): RehearsedProcess {
  const process = startProcess(line, cwd);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  // Whoever waits hears of it; a process that dies idle is nobody's error yet.
  promise.catch(() => {});
  const entry: RehearsedProcess = { process, state: 'rehearsing', rehearsed: promise };
  process.listen((message) => {
    if (message.type !== 'rehearsed') return;
    entry.state = 'rehearsed';
    resolve();
  });
  void process.exited.then((exit) => {
    entry.state = 'dead';
    reject(new RoutewrightError('RW_HOST_RUNTIME', { detail: 'your API' }, { cause: exit.errorTail }));
  });
  return entry;
}
