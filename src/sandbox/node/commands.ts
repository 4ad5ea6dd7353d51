import { Socket } from 'node:net';
import { ToSandbox } from '../../contract/sandbox.ts';
import { report } from './report.ts';

/** Descriptor that the server opened for commands. */
const COMMANDS = 3;

type RunCommand = Extract<ToSandbox, { type: 'run' }>;
type TestCommand = Extract<ToSandbox, { type: 'test' }>;

/** As the server sends it: the first reading of a command compiles its schema, which is better done before there is one. */
const EXAMPLE: RunCommand = {
  type: 'run',
  workspace: '/',
  entry: 'src/app.ts',
  stripped: { 'src/app.ts': { code: '' } },
  env: {},
  several: false,
};

export type Commands = {
  /** Resolves with the server's order to run an API or its tests. There is one, or one after the end of the other. */
  next(): Promise<RunCommand | TestCommand>;
  /** Resolves when the server wants the program to end, and not the process. */
  end(): Promise<void>;
  /** From now on listening alone keeps no process alive. */
  release(): void;
  /** Takes `release` back. */
  hold(): void;
};

/**
 * Listens for the server's order to run, and answers its pings from then on. `onGone` is called when the descriptor
 * closes: the server is gone, and this process has nothing to live for.
 */
export function listenForCommands(onGone: () => void): Commands {
  let order = Promise.withResolvers<RunCommand | TestCommand>();
  let ending = Promise.withResolvers<void>();
  const socket = new Socket({ fd: COMMANDS, readable: true, writable: false });
  let text = '';
  read(JSON.stringify(EXAMPLE));
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    text += chunk;
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      const command = read(line);
      if (command.type === 'ping') report({ type: 'pong' });
      else if (command.type === 'end') ending.resolve();
      else order.resolve(command);
    }
  });
  socket.on('end', onGone);
  socket.on('error', onGone);
  socket.on('close', onGone);
  return {
    async next() {
      const command = await order.promise;
      order = Promise.withResolvers();
      return command;
    },
    async end() {
      await ending.promise;
      ending = Promise.withResolvers();
    },
    release: () => void socket.unref(),
    hold: () => void socket.ref(),
  };
}

function read(line: string): ToSandbox {
  return ToSandbox.parse(JSON.parse(line));
}
