import type { StarlightRouteData } from '@astrojs/starlight/route-data';

type Entry = StarlightRouteData['sidebar'][number];

/**
 * The side menu of a page: the part of the site that the page is in, without the other parts, which the header names. A
 * page that no entry names, such as that of one error code, is in the part with the entry closest above it, which is then
 * marked as the current one.
 * @param path the address of the page on its host
 * @returns the whole menu, folded, for a page that is in no part
 */
export function menuOf(path: string, menu: Entry[]): Entry[] {
  const near = menu.map((part) => (part.type === 'group' ? Math.max(0, ...closeness(path, part.entries)) : 0));
  const best = Math.max(0, ...near);
  const part = best === 0 ? undefined : menu[near.indexOf(best)];
  if (part?.type === 'group') return hasCurrent(part.entries) ? part.entries : marked(part.entries, path, best);
  return menu.map((one) => (one.type === 'group' ? { ...one, collapsed: true } : one));
}

const hasCurrent = (entries: Entry[]): boolean =>
  entries.some((entry) => (entry.type === 'group' ? hasCurrent(entry.entries) : entry.isCurrent));

/** The same entries, with the one whose address has this length and begins that of the page as the current one. */
function marked(entries: Entry[], path: string, length: number): Entry[] {
  return entries.map((entry) => {
    if (entry.type === 'group') return { ...entry, entries: marked(entry.entries, path, length) };
    return { ...entry, isCurrent: entry.href.length === length && path.startsWith(entry.href) };
  });
}

/** How many characters of the page's address each entry shares that it is at or below. */
function closeness(path: string, entries: Entry[]): number[] {
  return entries.flatMap((entry) => {
    if (entry.type === 'group') return closeness(path, entry.entries);
    return path.startsWith(entry.href) ? [entry.href.length] : [];
  });
}
