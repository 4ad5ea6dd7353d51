import { Command } from 'commander';
import pc from 'picocolors';
import { loadCourse } from '../../server/courses/load-course.ts';
import { counted } from '../counted.ts';
import { courseFolder } from '../folder.ts';
import { problemText } from '../print-problems.ts';
import { hasOldSchemas } from '../schemas/write-schemas.ts';
import { shellWord } from '../shell-word.ts';
import { lintCourse } from './lint-course.ts';

/** `lesson lint`: exit 1 when there are problems. */
export function lintCommand(): Command {
  return new Command('lint')
    .description('Read every file of a course and say what is wrong, without running anything.')
    .argument('[dir]', 'folder with course.yaml (default: the bundled course)')
    .option('--json', 'print the problems as JSON')
    .action(async (dir: string | undefined, options: { json?: boolean }) => {
      const course = await loadCourse(courseFolder(dir));
      const problems = await lintCourse(course);
      if (options.json) console.log(JSON.stringify(problems, null, 2));
      else console.log([...problems.map(problemText), counted(problems.length, 'problem')].join('\n'));
      if (problems.length > 0) process.exitCode = 1;
      if (await hasOldSchemas(course.dir)) console.error(pc.dim(oldSchemas(dir)));
    });
}

/** Nothing is wrong with the course then; only an editor completes and marks what another version knew. */
function oldSchemas(dir: string | undefined): string {
  const command = ['npm run lesson -- schemas', ...(dir === undefined ? [] : [shellWord(dir)])].join(' ');
  return `The schemas for editors are those of another version. New ones: ${command}`;
}
