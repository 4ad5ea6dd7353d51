import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import pc from 'picocolors';
import { RoutewrightError } from '../contract/errors.ts';
import { loadCourse } from '../server/courses/load-course.ts';
import { lintCourse } from './lint/lint-course.ts';
import { problemText } from './print-problems.ts';
import { reportText } from './verify/print-report.ts';
import { verifyCourse } from './verify/verify-course.ts';

/** Why a run ends after Ctrl+C. */
const STOPPED = new Error('stopped');
const BUNDLED = fileURLToPath(new URL('../../lessons', import.meta.url));
/** npm starts this in the project's folder; a relative folder counts from where the person is. */
const folderOf = (dir = BUNDLED): string => resolve(process.env.INIT_CWD ?? process.cwd(), dir);
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
  .option('--lesson <id>', 'only this lesson')
  .option('--no-types', 'leave out the type check')
  .action(async (dir: string | undefined, options: { json?: boolean; lesson?: string; types: boolean }) => {
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort(STOPPED));
    const { stderr } = process;
    const clear = (): boolean => stderr.isTTY && stderr.write('\r\x1b[K');
    const report = await verifyCourse({
      dir: folderOf(dir),
      lesson: options.lesson,
      types: options.types,
      signal: stop.signal,
      onProgress: ({ done, of, name }) => {
        if (clear()) stderr.write(pc.dim(`${done} of ${of}  ${name}`));
      },
    });
    clear();
    console.log(options.json ? JSON.stringify(report, null, 2) : reportText(report));
    if (!report.ok) process.exitCode = 1;
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error !== STOPPED && !(error instanceof RoutewrightError)) throw error;
  if (error instanceof RoutewrightError) console.error(`${pc.red(error.code)} ${error.message}\n    ${error.action}`);
  process.exitCode = error === STOPPED ? 130 : 1;
}
