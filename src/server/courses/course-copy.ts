import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const GOOD_COURSE = fileURLToPath(new URL('../../../e2e/fixtures/good/', import.meta.url));

/** One change to a copy: a text replaced (it must be there), a file written, a link made, or a path removed. */
export type CourseEdit =
  | { file: string; from: string; to: string }
  | { file: string; text: string }
  | { file: string; linkTo: string }
  | { file: string; removed: true };

/** For tests: a copy of the fixture course `good` with some edits, in a new folder that `remove` takes away. */
export async function copyCourse(edits: CourseEdit[]): Promise<{ dir: string; remove: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'routewright-course-'));
  await cp(GOOD_COURSE, dir, { recursive: true });
  for (const edit of edits) await change(join(dir, edit.file), edit);
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

async function change(path: string, edit: CourseEdit): Promise<void> {
  if ('removed' in edit) return await rm(path, { recursive: true });
  await mkdir(dirname(path), { recursive: true });
  if ('linkTo' in edit) return await symlink(edit.linkTo, path);
  if ('text' in edit) return await writeFile(path, edit.text);
  const before = await readFile(path, 'utf8');
  if (!before.includes(edit.from)) throw new Error(`"${edit.from}" is not in ${edit.file}`);
  await writeFile(path, before.replace(edit.from, edit.to));
}
