import { Command } from 'commander';
import { loadCourse } from '../../server/courses/load-course.ts';
import { courseFolder } from '../folder.ts';
import { shellWord } from '../shell-word.ts';
import { newLesson } from './new-lesson.ts';

/** `lesson new`: prints the files that it wrote. */
export function newCommand(): Command {
  return new Command('new')
    .description('Begin a lesson: its files, and its place in course.yaml.')
    .argument('<id>', 'id of the lesson, such as create-a-book')
    .argument('[dir]', 'folder with course.yaml (default: the bundled course)')
    .option('--stage <id>', 'stage that it belongs to (default: the last one that has lessons)')
    .action(async (id: string, dir: string | undefined, options: { stage?: string }) => {
      const files = await newLesson(await loadCourse(courseFolder(dir)), { id, stage: options.stage });
      const verify = ['npm run lesson -- verify', ...(dir === undefined ? [] : [shellWord(dir)]), '--lesson', id].join(
        ' ',
      );
      console.log([...files, '', `Write the solution, then: ${verify}`].join('\n'));
    });
}
