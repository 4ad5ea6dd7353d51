import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { LIMITS } from '../../contract/limits.ts';
import { bundledPackages } from './bundled-packages.ts';
import { moduleFolders, nodeBinary, type Runtime } from './runtime.ts';

/** How one learner process is started. */
export type CommandLine = { command: string; args: string[]; env: Record<string, string> };

/** What the environment of the workbench may pass on: nothing personal, only what Node needs on some platforms. */
const PASSED_ON = ['SystemRoot', 'TZ', 'LANG', 'LC_ALL'];

/**
 * Builds the command line of a runtime's processes.
 * Nothing of a learner's may be read before `allowReading`, nothing may be
 * written; no child processes, addons or, once learner code runs, workers and inspector: what is not allowed here is denied by `--permission`.
 * `cache`: an own folder for compiled code of the runtime, which makes rehearsals about a third cheaper; processes may
 * write there until they are rehearsed, and give that up before they see learner code.
 */
export async function commandLine(runtime: Runtime, cache: string): Promise<CommandLine> {
  const modules = await moduleFolders(runtime.dir);
  const source = path.resolve(runtime.dir, '..', '..');
  const bundle = await bundledPackages(runtime, modules);
  const folders = [cache, ...(bundle === null ? [] : [bundle]), runtime.dir, path.join(source, 'contract'), ...modules];
  const real = await Promise.all(folders.map((folder) => realpath(folder).catch(() => path.resolve(folder))));
  // Node looks for the package.json of each module that it loads, up to the root of the program.
  const packages = modules.map((folder) => path.join(path.dirname(folder), 'package.json'));
  return {
    command: await nodeBinary(modules),
    args: [
      '--permission',
      ...[...new Set([...folders, ...real])].map((folder) => `--allow-fs-read=${folder}${path.sep}*`),
      ...packages.map((file) => `--allow-fs-read=${file}`),
      `--allow-fs-write=${cache}${path.sep}*`,
      '--allow-net',
      // For the watchdog only: given up before the process sees learner code.
      '--allow-worker',
      '--allow-inspector',
      '--disable-sigusr1',
      `--max-old-space-size=${LIMITS.heapMiB}`,
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=SecurityWarning',
      path.join(runtime.dir, runtime.main),
      ...(bundle === null ? [] : [bundle]),
    ],
    env: { ...passedOn(), NODE_COMPILE_CACHE: cache },
  };
}

/** The same for a process that may also read one folder. */
export function allowReading(line: CommandLine, folder: string): CommandLine {
  return { ...line, args: [`--allow-fs-read=${folder}${path.sep}*`, ...line.args] };
}

function passedOn(): Record<string, string> {
  const values = PASSED_ON.map((name): [string, string | undefined] => [name, process.env[name]]);
  return Object.fromEntries(values.filter((pair): pair is [string, string] => pair[1] !== undefined));
}
