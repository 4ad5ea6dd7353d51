import { Command } from 'commander';
import { loadCourse } from '../../server/courses/load-course.ts';
import { courseFolder } from '../folder.ts';
import { writeSchemas } from './write-schemas.ts';

/** `lesson schemas`: prints the files that it wrote. */
export function schemasCommand(): Command {
  return new Command('schemas')
    .description('Write JSON Schemas of the course files, with which editors complete and check them.')
    .argument('[dir]', 'folder with course.yaml (default: the bundled course)')
    .action(async (dir: string | undefined) => {
      const { dir: course } = await loadCourse(courseFolder(dir));
      console.log((await writeSchemas(course)).join('\n'));
    });
}
