import { spawn } from 'node:child_process';
import type { Duplex } from 'node:stream';
import { type ErrorCode, errorMessage } from '../../contract/errors.ts';
import type { FromSandbox, StartFailure, ToSandbox } from '../../contract/sandbox.ts';
import type { CommandLine } from './command-line.ts';
import { giveWay } from './give-way.ts';
import { heartbeat } from './heartbeat.ts';
import { type LogRing, type LogSink, logRing } from './log-ring.ts';
import { messageReader } from './message-reader.ts';
import { takePorts } from './taken-ports.ts';

/** What the watchdog in the process reports; it ends the process itself, and the workbench makes sure. */
const FATAL = new Set<ErrorCode>(['RW_CODE_STALLED', 'RW_CODE_MEMORY']);
/** Five unanswered pings. */
const SILENT_MS = 2_500;
/** How long the end of a process may come after the end of its channels. */
const ENDING_MS = 200;

/** How a process ended. `abuse` is set when the workbench ended it for breaking the protocol. */
export type Exit = { code: number | null; signal: NodeJS.Signals | null; abuse?: string; errorTail: string };

/** One operating-system process of a runtime, in its own process group. */
export type LearnerProcess = {
  readonly pid: number | undefined;
  /** Where it runs: the folder that it may read. */
  readonly folder: string;
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
 * Starts a process. File descriptor 3 carries messages to it and 4 carries its reports, 5 those of
 * its watchdog, each as lines of JSON; there is no Node IPC channel, because its reader has no bound. The process ends by itself when descriptor 3 closes.
 */
export function startProcess(line: CommandLine, cwd: string): LearnerProcess {
  const child = spawn(line.command, line.args, {
    cwd,
    env: line.env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const commands = child.stdio[3] as Duplex;
  const reports = child.stdio.slice(4) as Duplex[];
  const failures: StartFailure[] = [];
  let hear: (message: FromSandbox) => void = () => {};
  let sink: LogSink = () => {};
  let abuse: string | undefined;
  let releasePort: (() => void) | undefined;
  let yields = false;
  /** The workbench asked it to end its program. */
  let ends = false;
  const ring: LogRing = logRing((lines, dropped) => {
    // It floods: the page must stay quick, which has less of the processor to itself than this process wants.
    if (dropped > 0 && !yields && child.pid !== undefined) giveWay(child.pid);
    yields ||= dropped > 0;
    sink(lines, dropped);
  });

  const kill = () => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      if (process.platform === 'win32') child.kill('SIGKILL');
      else process.kill(-child.pid, 'SIGKILL');
    } catch {
      child.kill('SIGKILL');
    }
  };
  const write = (message: ToSandbox) => void commands.write(`${JSON.stringify(message)}\n`);
  const heart = heartbeat(
    () => write({ type: 'ping' }),
    () => {
      const message = errorMessage('RW_CODE_STALLED', { ms: SILENT_MS });
      failures.push({ code: 'RW_CODE_STALLED', message });
      kill();
    },
  );
  const take = (message: FromSandbox) => {
    if (message.type === 'ready') {
      releasePort ??= takePorts([message.port, ...(message.plainPort === undefined ? [] : [message.plainPort])]);
      if (!releasePort) return end('it named a port that is not its own');
    }
    if (message.type === 'ended') {
      if (!ends) return end('it ended a program that nobody wanted it to end');
      ends = false;
      releasePort?.();
      releasePort = undefined;
    }
    if (message.type === 'pong') heart.answered();
    else if (message.type === 'failed') {
      failures.push(message.failure);
      if (FATAL.has(message.failure.code)) kill();
    }
    hear(message);
  };
  const end = (reason: string) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    abuse ??= reason;
    kill();
  };
  // A process that lives on without a channel could neither be asked nor tell anything; one that dies closes all it has.
  const open = new Set([child.stdout, child.stderr, commands, ...reports]);
  for (const pipe of open) pipe?.once('end', () => open.delete(pipe));
  const alone = () => {
    const timer = setTimeout(() => {
      if (open.size > 0) end('it closed its connection to the workbench');
    }, ENDING_MS);
    timer.unref();
  };
  for (const pipe of reports) {
    pipe.on('data', messageReader(take, end));
    pipe.on('error', () => {});
    pipe.once('end', alone);
  }
  commands.on('error', () => {});
  commands.once('end', alone);
  commands.resume();
  child.stdout?.on('data', (chunk: Buffer) => ring.push('stdout', chunk));
  child.stderr?.on('data', (chunk: Buffer) => ring.push('stderr', chunk));

  const exited = new Promise<Exit>((resolve) => {
    const over = (code: number | null, signal: NodeJS.Signals | null) => {
      heart.stop();
      releasePort?.();
      ring.flush();
      resolve({ code, signal, abuse, errorTail: ring.tail() });
    };
    child.once('error', () => over(null, null));
    child.once('close', over);
  });

  return {
    pid: child.pid,
    folder: cwd,
    exited,
    failures,
    send(message) {
      ends ||= message.type === 'end';
      write(message);
      heart.start();
    },
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
