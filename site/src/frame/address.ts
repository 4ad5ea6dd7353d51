import { place } from '../place.ts';

/** The address of a page or file of this site on its host: `at('course/')` is `/course/`, or `/docs/course/` below `/docs/`. */
export const at = (path: string): string => `${place.base}${path}`;

/** The same with scheme and host, for what is read outside of a page: feeds, cards, maps. */
export const absolute = (path: string): string => new URL(at(path), place.url).href;

/**
 * The repository's front page, from the address at which its files are edited (`…/owner/name/edit/main/`, or
 * `…/owner/name/-/edit/main/`). Null when that is not known or is written in another way.
 */
export function repositoryOf(edit: string | null): string | null {
  return /^(https?:\/\/.+?)\/(-\/)?(edit|_edit|src\/branch)\//.exec(edit ?? '')?.[1] ?? null;
}
