/** An id for a place on a page: `wanted` or, when that is taken, with a number. Adds it to `taken`. */
export function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}

/** "What you can do now" becomes "what-you-can-do-now". */
export function slugOf(text: string): string {
  const words =
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-') || 'section';
}
