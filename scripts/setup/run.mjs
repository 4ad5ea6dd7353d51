import { spawn, spawnSync } from 'node:child_process';

/** What still runs: each leads a process group of its own, so that ending it ends what it started. */
const running = new Set();

/**
 * Starts a program in a process group of its own, remembered until it ends.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function start(command, args, options) {
  const child = spawn(command, args, { windowsHide: true, ...options, detached: process.platform !== 'win32' });
  running.add(child);
  child.once('error', () => running.delete(child));
  child.once('close', () => {
    running.delete(child);
    // Whoever led the group is gone; what is left of the group must not outlive it.
    signalGroup(child, 'SIGKILL');
  });
  return child;
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, limitMs?: number, onLine?: (line: string) => void, shell?: boolean }} options
 *   `onLine` gets each line of both outputs as it comes; after `limitMs` the program is ended.
 * @returns {Promise<{ code: number, output: string }>} code 124 when the limit ended it, 127 when it could not start
 */
export function run(command, args, { cwd, env = process.env, limitMs, onLine, shell = false }) {
  return new Promise((resolve) => {
    const child = start(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let late = false;
    const timer = limitMs === undefined ? undefined : setTimeout(() => end(), limitMs);
    const end = () => {
      late = true;
      signalGroup(child, 'SIGKILL');
    };
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream?.setEncoding('utf8');
      stream?.on('data', (/** @type {string} */ chunk) => {
        output += chunk;
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) onLine?.(line);
      });
    }
    child.once('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: `${command}: ${error.message}\n` });
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code: late ? 124 : (code ?? 1), output });
    });
  });
}

/**
 * Ends everything that was started here: asks first, kills after `graceMs`.
 * @param {number} graceMs
 */
export async function endAll(graceMs = 5_000) {
  const children = [...running];
  const closed = children.map((child) => new Promise((resolve) => child.once('close', resolve)));
  for (const child of children) signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => {
    for (const child of children) signalGroup(child, 'SIGKILL');
  }, graceMs);
  await Promise.all(closed);
  clearTimeout(timer);
}

/**
 * On Ctrl+C, a closed terminal, a polite kill or the end of the npm that started this: ends what was started, then this process.
 * @param {{ onSignal?: () => void }} [options]
 */
export function endWithTheTerminal({ onSignal } = {}) {
  let ending = false;
  for (const [signal, number] of /** @type {const} */ ([
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ])) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      onSignal?.();
      endAll().then(() => process.exit(128 + number));
    });
  }
  // npm passes a polite kill on to the shell between it and this process only; the shell's end is the sign that is left.
  if (process.env.npm_lifecycle_event !== undefined && process.platform !== 'win32') {
    const shell = process.ppid;
    setInterval(() => process.ppid !== shell && process.emit('SIGTERM', 'SIGTERM'), 250).unref();
  }
  // The last resort, when this process ends in a way of its own.
  process.on('exit', () => {
    for (const child of running) signalGroup(child, 'SIGKILL');
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') {
      if (child.exitCode === null) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    } else {
      process.kill(-child.pid, signal);
    }
  } catch {
    // The group is gone already.
  }
}
