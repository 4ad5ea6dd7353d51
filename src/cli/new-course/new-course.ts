import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { CourseFile } from '../../contract/course.ts';
import { RoutewrightError } from '../../contract/errors.ts';
import { Id } from '../../contract/ids.ts';
import { writeSchemas } from '../schemas/write-schemas.ts';
import { shellWord } from '../shell-word.ts';
import { writeText } from '../write-text.ts';

/** A course that is complete: what it calls itself is replaced. */
const TEMPLATE = fileURLToPath(new URL('../../../templates/course', import.meta.url));
const FOLDER_IN_TEMPLATE = '../my-course';
const ID_IN_TEMPLATE = 'my-course';
const TITLE_IN_TEMPLATE = 'My course';

/** May stand in a folder that counts as empty. */
const NOTHING = ['.git', '.DS_Store'];

export type NewCourse = {
  /** An absolute path. */
  dir: string;
  /** Default: the name of the folder, in kebab-case. */
  id?: string;
  /** Default: the id, with spaces. */
  title?: string;
};

/**
 * Writes a course with one complete lesson into a new or empty folder, with schemas for editors and a workflow that
 * proves it. Gives the paths of the files, relative to the folder.
 * Throws RW_NEW_FOLDER, RW_NEW_ID, RW_NEW_TITLE, RW_NEW_WRITE.
 */
export async function newCourse({
  dir,
  id = idFrom(basename(dir)),
  title = titleFrom(id),
}: NewCourse): Promise<string[]> {
  if (!Id.safeParse(id).success) throw new RoutewrightError('RW_NEW_ID', { id });
  if (!CourseFile.shape.title.safeParse(title).success) throw new RoutewrightError('RW_NEW_TITLE', { title });
  await refuseFull(dir);

  const entries = await readdir(TEMPLATE, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(TEMPLATE.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  for (const path of paths) {
    const text = await readFile(join(TEMPLATE, path), 'utf8');
    await writeText(dir, path, path === 'course.yaml' ? withNames(text, id, title) : renamed(text, { dir, id, title }));
  }
  return [...paths, ...(await writeSchemas(dir))];
}

async function refuseFull(dir: string): Promise<void> {
  try {
    const names = await readdir(dir);
    if (names.some((name) => !NOTHING.includes(name))) throw new RoutewrightError('RW_NEW_FOLDER', { file: dir });
  } catch (error) {
    if (error instanceof RoutewrightError) throw error;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    const detail = error instanceof Error ? error.message : String(error);
    throw new RoutewrightError('RW_NEW_WRITE', { file: dir, detail }, { cause: error });
  }
}

/** A title may hold what YAML would read as something else. */
function withNames(text: string, id: string, title: string): string {
  const document = parseDocument(text);
  document.set('id', id);
  document.set('title', title);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function renamed(text: string, { dir, id, title }: Required<NewCourse>): string {
  return text
    .replaceAll(FOLDER_IN_TEMPLATE, () => shellWord(`../${basename(dir)}`))
    .replaceAll(ID_IN_TEMPLATE, () => id)
    .replaceAll(TITLE_IN_TEMPLATE, () => title);
}

function idFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
}

function titleFrom(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
