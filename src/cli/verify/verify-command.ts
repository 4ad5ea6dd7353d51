import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import pc from 'picocolors';
import { RoutewrightError } from '../../contract/errors.ts';
import { courseFolder, pathFromPerson } from '../folder.ts';
import { STOPPED } from '../stopped.ts';
import { junitText } from './junit.ts';
import { progressBar, reportText } from './print-report.ts';
import { readShard, type Shard } from './select/shard.ts';
import { verifyCourse } from './verify-course.ts';

type VerifyFlags = {
  json?: boolean;
  junit?: string;
  lesson?: string;
  changed?: string | true;
  shard?: Shard;
  repeat?: number;
  fresh?: boolean;
  types: boolean;
};

/** `lesson verify`: exit 1 when anything is wrong. Throws STOPPED after Ctrl+C. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('Prove a course: each solution passes, each starter and each mutant fails as declared.')
    .argument('[dir]', 'folder with course.yaml (default: the bundled course)')
    .option('--json', 'print the report as JSON')
    .option('--junit <file>', 'write the report as JUnit XML, too')
    .option('--lesson <id>', 'only this lesson')
    .option('--changed [revision]', 'only what changed since this Git revision (default: HEAD)')
    .option('--shard <part/of>', 'only this part of the lessons, such as 2/4', readShard)
    .option(
      '--repeat <times>',
      'run each solution this many times; one that passes only now and then is refused',
      readTimes,
    )
    .option('--fresh', 'run each variant in a process of its own, as with --repeat; slower')
    .option('--no-types', 'leave out the type check')
    .action(verify);
}

async function verify(dir: string | undefined, options: VerifyFlags): Promise<void> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(STOPPED));
  const { stderr } = process;
  const clear = (): boolean => stderr.isTTY && stderr.write('\r\x1b[K');
  const report = await verifyCourse({
    dir: courseFolder(dir),
    lesson: options.lesson,
    changed: options.changed === true ? 'HEAD' : options.changed,
    shard: options.shard,
    repeat: options.repeat,
    fresh: options.fresh,
    types: options.types,
    signal: stop.signal,
    onProgress: ({ done, of, name }) => {
      if (clear()) stderr.write(`${progressBar(done, of)} ${pc.dim(name)}`);
    },
  });
  clear();
  console.log(options.json ? JSON.stringify(report, null, 2) : reportText(report));
  if (!report.ok) process.exitCode = 1;
  // Last, so that a file that cannot be written takes nothing of the report away.
  if (options.junit) await writeReport(pathFromPerson(options.junit), junitText(report));
}

/** Throws RW_VERIFY_REPORT. */
async function writeReport(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new RoutewrightError('RW_VERIFY_REPORT', { file, detail }, { cause });
  }
}

function readTimes(text: string): number {
  const times = Number(text);
  if (!Number.isInteger(times) || times < 1 || times > 100)
    throw new InvalidArgumentError('Give a number from 1 to 100.');
  return times;
}
