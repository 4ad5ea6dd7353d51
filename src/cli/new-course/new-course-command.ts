import { Command } from 'commander';
import { pathFromPerson } from '../folder.ts';
import { shellWord } from '../shell-word.ts';
import { newCourse } from './new-course.ts';

/** `lesson new-course`: prints the files that it wrote, and what to do next. */
export function newCourseCommand(): Command {
  return new Command('new-course')
    .description('Begin a course in a folder of its own: one complete lesson, schemas for editors, a workflow.')
    .argument('<dir>', 'a new folder, or an empty one')
    .option('--id <id>', 'id of the course (default: the name of the folder)')
    .option('--title <title>', 'what learners read (default: the id in words)')
    .action(async (dir: string, options: { id?: string; title?: string }) => {
      const files = await newCourse({ dir: pathFromPerson(dir), ...options });
      const next = ['run lesson -- lint', 'run lesson -- verify', 'start -- --course'];
      const lines = next.map((command) => `npm ${command} ${shellWord(dir)}`);
      console.log([...files, '', 'Its README.md says what to do next. Or try it at once:', ...lines].join('\n'));
    });
}
