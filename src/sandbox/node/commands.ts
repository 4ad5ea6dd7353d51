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
};

/** `next` resolves with the server's one order, to run the API or its tests. After `release`, listening alone keeps no process alive. */
type Commands = { next: Promise<RunCommand | TestCommand>; release(): void };

/**
 * Listens for the server's order to run, and answers its pings from then on. `onGone` is called when the descriptor
 * closes: the server is gone, and this process has nothing to live for.
 */
export function listenForCommands(onGone: () => void): Commands {
  const { promise, resolve } = Promise.withResolvers<RunCommand | TestCommand>();
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
      else resolve(command);
    }
  });
  socket.on('end', onGone);
  socket.on('error', onGone);
  socket.on('close', onGone);
  return { next: promise, release: () => void socket.unref() };
}

function read(line: string): ToSandbox {
  return ToSandbox.parse(JSON.parse(line));
}
