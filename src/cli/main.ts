import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import pc from 'picocolors';
import { RoutewrightError } from '../contract/errors.ts';
import { loadCourse } from '../server/courses/load-course.ts';
import { lintCourse } from './lint/lint-course.ts';
import { newLesson } from './new/new-lesson.ts';
import { problemText } from './print-problems.ts';
import { junitText } from './verify/junit.ts';
import { progressBar, reportText } from './verify/print-report.ts';
import { readShard, type Shard } from './verify/select/shard.ts';
import { verifyCourse } from './verify/verify-course.ts';

/** Why a run ends after Ctrl+C. */
const STOPPED = new Error('stopped');
const BUNDLED = fileURLToPath(new URL('../../lessons', import.meta.url));
/** npm starts this in the project's folder; a relative folder counts from where the person is. */
const folderOf = (dir = BUNDLED): string => resolve(process.env.INIT_CWD ?? process.cwd(), dir);
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

const program = new Command('lesson').description('For people who write courses.');

program
  .command('lint')
  .description('Read every file of a course and say what is wrong, without running anything.')
  .argument('[dir]', 'folder with course.yaml (default: the bundled course)')
  .option('--json', 'print the problems as JSON')
  .action(async (dir: string | undefined, options: { json?: boolean }) => {
    const problems = await lintCourse(await loadCourse(folderOf(dir)));
    if (options.json) console.log(JSON.stringify(problems, null, 2));
    else console.log([...problems.map(problemText), `${problems.length} problems`].join('\n'));
    if (problems.length > 0) process.exitCode = 1;
  });

program
  .command('verify')
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
  .action(async (dir: string | undefined, options: VerifyFlags) => {
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort(STOPPED));
    const { stderr } = process;
    const clear = (): boolean => stderr.isTTY && stderr.write('\r\x1b[K');
    const report = await verifyCourse({
      dir: folderOf(dir),
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
    if (options.junit) await writeReport(folderOf(options.junit), junitText(report));
  });

program
  .command('new')
  .description('Begin a lesson: its files, and its place in course.yaml.')
  .argument('<id>', 'id of the lesson, such as create-a-book')
  .argument('[dir]', 'folder with course.yaml (default: the bundled course)')
  .option('--stage <id>', 'stage that it belongs to (default: the last one that has lessons)')
  .action(async (id: string, dir: string | undefined, options: { stage?: string }) => {
    const files = await newLesson(await loadCourse(folderOf(dir)), { id, stage: options.stage });
    console.log([...files, '', `Write the solution, then: npm run lesson -- verify --lesson ${id}`].join('\n'));
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error !== STOPPED && !(error instanceof RoutewrightError)) throw error;
  if (error instanceof RoutewrightError) console.error(`${pc.red(error.code)} ${error.message}\n    ${error.action}`);
  process.exitCode = error === STOPPED ? 130 : 1;
}
