import { spawn } from 'node:child_process';
import type { Duplex } from 'node:stream';
import type { FromSandbox, StartFailure, ToSandbox } from '../../contract/sandbox.ts';
import type { CommandLine } from './command-line.ts';
import { type LogRing, type LogSink, logRing } from './log-ring.ts';
import { messageReader } from './message-reader.ts';

/** How a process ended. `abuse` is set when the workbench ended it for breaking the protocol. */
export type Exit = { code: number | null; signal: NodeJS.Signals | null; abuse?: string; errorTail: string };

/** One operating-system process of a runtime, in its own process group. */
export type LearnerProcess = {
  readonly pid: number | undefined;
  /** Resolves when the process and its output are gone. Never rejects. */
  readonly exited: Promise<Exit>;
  send(message: ToSandbox): void;
  /** Replaces who hears messages; those that came before are not repeated. */
  listen(onMessage: (message: FromSandbox) => void): void;
  /** Where its output goes from now on; what was written before is handed on first. */
  log(sink: LogSink): void;
  note(text: string): void;
  /** Ends the whole process group. Repeated calls do nothing. */
  kill(): void;
  readonly failures: StartFailure[];
};

/**
 * Starts a process. File descriptor 3 carries messages to it and 4 carries its reports, each as lines of JSON; there is
 * no Node IPC channel, because its reader has no bound. The process ends by itself when descriptor 3 closes.
 */
export function startProcess(line: CommandLine, cwd: string): LearnerProcess {
  const child = spawn(line.command, line.args, {
    cwd,
    env: line.env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const commands = child.stdio[3] as Duplex;
  const reports = child.stdio[4] as Duplex;
  const failures: StartFailure[] = [];
  let hear: (message: FromSandbox) => void = () => {};
  let sink: LogSink = () => {};
  let abuse: string | undefined;
  const ring: LogRing = logRing((lines, dropped) => sink(lines, dropped));

  const kill = () => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      if (process.platform === 'win32') child.kill('SIGKILL');
      else process.kill(-child.pid, 'SIGKILL');
    } catch {
      child.kill('SIGKILL');
    }
  };
  const read = messageReader(
    (message) => {
      if (message.type === 'failed') failures.push(message.failure);
      hear(message);
    },
    (reason) => {
      abuse = reason;
      kill();
    },
  );
  reports.on('data', read);
  reports.on('error', () => {});
  commands.on('error', () => {});
  commands.resume();
  child.stdout?.on('data', (chunk: Buffer) => ring.push('stdout', chunk));
  child.stderr?.on('data', (chunk: Buffer) => ring.push('stderr', chunk));

  const exited = new Promise<Exit>((resolve) => {
    const end = (code: number | null, signal: NodeJS.Signals | null) => {
      ring.flush();
      resolve({ code, signal, abuse, errorTail: ring.tail() });
    };
    child.once('error', () => end(null, null));
    child.once('close', end);
  });

  return {
    pid: child.pid,
    exited,
    failures,
    send: (message) => void commands.write(`${JSON.stringify(message)}\n`),
    listen: (onMessage) => {
      hear = onMessage;
    },
    log: (next) => {
      sink = next;
    },
    note: (text) => ring.note(text),
    kill,
  };
}
