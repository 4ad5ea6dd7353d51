const VERBS = new Set(
  (
    'get fetch list read find search show load retrieve create add new make insert post put update edit change modify ' +
    'patch set delete remove destroy drop do run execute process handle check send save store register borrow lend ' +
    'return cancel renew submit'
  ).split(' '),
);
const IRREGULAR = new Set([
  'people',
  'children',
  'men',
  'women',
  'feet',
  'mice',
  'criteria',
  'media',
  'data',
  'series',
]);

/** The verb with which a path segment begins ("getBooks", "create-book", "delete"), or null. */
export function verbIn(segment: string): string | null {
  const first = /^[A-Za-z][a-z]*/.exec(segment)?.[0]?.toLowerCase() ?? '';
  return VERBS.has(first) ? first : null;
}

/** Whether a collection's name is plural, by its last word: an s that is no ss, or a plural that English made otherwise. */
export function isPlural(name: string): boolean {
  const last =
    name
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter(Boolean)
      .at(-1) ?? '';
  return IRREGULAR.has(last) || /[^sui]s$/.test(last);
}
