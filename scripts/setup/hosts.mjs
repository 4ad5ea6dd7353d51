import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinnedNode, projectEnv, ROOT } from './pinned-node.mjs';
import { start } from './run.mjs';
import { say } from './say.mjs';

/** The one line by which the server says that it serves. */
export const READY = /^Workbench ready at (http:\/\/127\.0\.0\.1:\d+\/\S*)$/;

/** @typedef {{ port: number, home: string, course: string | null, lesson: string | null, publicUrl?: string | null }} Serving */

/**
 * Serves for a browser. Resolves when the server has ended, with its exit code.
 * @param {Serving} serving
 * @param {(url: string) => void} onReady
 */
export function serveForBrowser(serving, onReady) {
  const args = [join(ROOT, 'src/server/main.ts'), ...serverArgs(serving), '--parent-stdin'];
  return follow(pinnedNode(), args, projectEnv(), onReady);
}

/**
 * Shows the desktop window. Resolves when it has been closed, with the exit code and whether it ever served.
 * @param {string} program Electron's
 * @param {Serving} serving
 * @param {(url: string) => void} onReady
 */
export function showOnDesktop(program, serving, onReady) {
  const { ELECTRON_RUN_AS_NODE: _never, ...env } = projectEnv();
  // Windows gives a desktop program no stdin.
  const parent = process.platform === 'win32' ? [] : ['--parent-stdin'];
  return follow(program, [ROOT, ...serverArgs(serving), ...parent], env, onReady);
}

/**
 * Opens the system's browser; a browser that cannot be opened is only said.
 * @param {string} url
 */
export async function openBrowser(url) {
  try {
    const entry = join(ROOT, 'node_modules', 'open', 'index.js');
    const { default: open } = await import(pathToFileURL(entry).href);
    const child = await open(url);
    child.once('error', () => say('No browser could be opened. Open the address above yourself.'));
  } catch {
    say('No browser could be opened. Open the address above yourself.');
  }
}

/** @param {Serving} serving */
function serverArgs({ port, home, course, lesson, publicUrl = null }) {
  return [
    ...['--home', home, '--port', String(port)],
    ...(course === null ? [] : ['--course', course]),
    ...(lesson === null ? [] : ['--lesson', lesson]),
    ...(publicUrl === null ? [] : ['--public-url', publicUrl]),
  ];
}

/**
 * Passes stdout on line by line and watches for the ready line. The child's stdin stays open as long as this process
 * lives: when it closes, the child knows that it has no parent any more.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {(url: string) => void} onReady
 * @returns {Promise<{ code: number, served: boolean }>}
 */
function follow(command, args, env, onReady) {
  return new Promise((resolve) => {
    const child = start(command, args, { cwd: ROOT, env, stdio: ['pipe', 'pipe', 'inherit'] });
    let rest = '';
    let served = false;
    child.stdout?.setEncoding('utf8');
    child.stdout?.on('data', (/** @type {string} */ chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        process.stdout.write(`${line}\n`);
        const url = READY.exec(line.trimEnd())?.[1];
        if (url === undefined || served) continue;
        served = true;
        onReady(url);
      }
    });
    child.once('error', (error) => {
      say(`${command} could not be started: ${error.message}`);
      resolve({ code: 1, served });
    });
    child.once('close', (code) => resolve({ code: code ?? 1, served }));
  });
}
