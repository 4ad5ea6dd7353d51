import { matchesGlob } from './glob.ts';

/**
 * Whether a path of a workspace matches a glob such as `test/**` or `src/*.ts`: `**` stands for any folders, or none, `*` for any text within a
 * name, nothing else is special. No regular expression is built, so no glob of a course can hold the workbench up.
 */
export function matchesPath(glob: string, path: string): boolean {
  const wanted = glob.split('/');
  const names = path.split('/');
  let part = 0;
  let name = 0;
  /** Where to go on when the last `**` takes one folder more; -1: there was none. */
  let partAfter = -1;
  let nameAfter = 0;
  while (name < names.length) {
    const pattern = wanted[part];
    if (pattern === '**') {
      part += 1;
      partAfter = part;
      nameAfter = name;
    } else if (pattern !== undefined && matchesGlob(pattern, names[name] ?? '')) {
      part += 1;
      name += 1;
    } else if (partAfter >= 0) {
      nameAfter += 1;
      part = partAfter;
      name = nameAfter;
    } else return false;
  }
  return wanted.slice(part).every((rest) => rest === '**');
}

/** The folders of a glob that stand before its first star: `test` of `test/*.test.ts`, empty when there are none. */
export function folderOfGlob(glob: string): string {
  const parts = glob.split('/').slice(0, -1);
  const star = parts.findIndex((part) => part.includes('*'));
  return parts.slice(0, star === -1 ? parts.length : star).join('/');
}
