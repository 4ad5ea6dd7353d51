import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The small course for tests. */
export const GOOD_COURSE = fileURLToPath(new URL('../fixtures/good/', import.meta.url));

/** One text of one file that becomes another. */
export type CourseEdit = { file: string; from: string; to: string };

/**
 * A copy of the small course with one change, in a folder that `remove` takes away.
 * @throws when the text to replace is not there
 */
export async function copyCourse(edit?: CourseEdit): Promise<{ dir: string; remove: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'routewright-course-'));
  await cp(GOOD_COURSE, dir, { recursive: true });
  if (edit) {
    const path = join(dir, edit.file);
    const before = await readFile(path, 'utf8');
    if (!before.includes(edit.from)) throw new Error(`"${edit.from}" is not in ${edit.file}`);
    await writeFile(path, before.replace(edit.from, edit.to));
  }
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}
