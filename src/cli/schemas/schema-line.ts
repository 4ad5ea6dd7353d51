import { posix } from 'node:path';
import { COURSE_FILES } from '../../core/course/course-files.ts';

/** Where the JSON Schema of a kind of course file stands in a course: `.schemas/checks.schema.json`. */
export function schemaPath(id: string): string {
  return `.schemas/${id}.schema.json`;
}

/**
 * The first line with which a file of a course, `path` relative to it, tells editors its schema. Empty for a file without
 * one, and for what learners see in their workspace, where there are no schemas.
 */
export function schemaLine(path: string): string {
  const name = posix.basename(path);
  const kind = COURSE_FILES.find((one) => posix.basename(one.path) === name);
  if (kind === undefined || kind.format !== 'yaml' || kind.inWorkspace) return '';
  const way = posix.relative(posix.dirname(path), schemaPath(kind.id));
  return `# yaml-language-server: $schema=${way.startsWith('../') ? way : `./${way}`}\n`;
}
