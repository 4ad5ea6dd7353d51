import { matchesGlob } from './glob.ts';

/**
 * Whether a path of a workspace matches a glob such as `test/**` or `src/*.ts`: `**` stands for any folders, or none, `*` for any text within a
 * name, nothing else is special. No regular expression is built, so no glob of a course can hold the workbench up.
 */
export function matchesPath(glob: string, path: string): boolean {
  const wanted = glob.split('/');
  const names = path.split('/');
  /** Where to go on when the last `**` takes one folder more. */
  let again: { glob: number; path: number } | null = null;
  let at = { glob: 0, path: 0 };
  while (at.path < names.length) {
    const part = wanted[at.glob];
    if (part === '**') {
      again = { glob: at.glob + 1, path: at.path };
      at = { ...again };
    } else if (part !== undefined && matchesGlob(part, names[at.path] ?? '')) {
      at = { glob: at.glob + 1, path: at.path + 1 };
    } else if (again) {
      again = { ...again, path: again.path + 1 };
      at = { ...again };
    } else return false;
  }
  return wanted.slice(at.glob).every((part) => part === '**');
}

/** The folders of a glob that stand before its first star: `test` of `test/*.test.ts`, empty when there are none. */
export function folderOfGlob(glob: string): string {
  const parts = glob.split('/').slice(0, -1);
  const star = parts.findIndex((part) => part.includes('*'));
  return parts.slice(0, star === -1 ? parts.length : star).join('/');
}
