import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUNDLED = fileURLToPath(new URL('../../lessons', import.meta.url));

/**
 * An argument that names a folder or a file, as an absolute path. npm starts commands in the project's folder; a relative
 * path counts from where the person is.
 */
export function pathFromPerson(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** The folder of a course that a command was given; without one, that of the bundled course. */
export function courseFolder(dir: string | undefined): string {
  return dir === undefined ? BUNDLED : pathFromPerson(dir);
}
