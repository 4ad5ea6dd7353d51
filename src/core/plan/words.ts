/** Verbs that begin a name such as "getBooks" or "create-book". */
const LEADING = wordSet(
  'get fetch create update delete remove list edit modify insert retrieve read find add make change borrow lend',
);
/** Words that are verbs when they are the whole segment, and may be part of a noun otherwise ("check-ins"). */
const ALONE = wordSet('new do run execute submit cancel renew save send patch put destroy drop');
const IRREGULAR_PLURALS = wordSet('people children men women feet mice criteria media data series staff');
const SINGULAR_WITH_S = wordSet(
  'status bus campus virus focus bonus census corpus news gas lens bias atlas canvas opus stimulus syllabus chorus ' +
    'apparatus consensus radius basis analysis crisis thesis synopsis',
);

function wordSet(words: string): Set<string> {
  return new Set(words.split(' '));
}

/** The verb that a path segment is or begins with ("getBooks", "create-book", "delete"), or null. */
export function verbIn(segment: string): string | null {
  const words = segment
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  const first = words[0] ?? '';
  if (LEADING.has(first) && words[1] !== 'ons') return first;
  return words.length === 1 && ALONE.has(first) ? first : null;
}

/** Whether a collection's name is plural, by its last word. */
export function isPlural(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  const last = words.filter(Boolean).at(-1) ?? '';
  if (IRREGULAR_PLURALS.has(last)) return true;
  return last.length > 1 && /[^s]s$/.test(last) && !SINGULAR_WITH_S.has(last);
}
