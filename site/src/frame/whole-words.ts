/** Longer ones may not fit into a line of a small screen: they break where they must. */
const LONGEST = 24;

/**
 * A page on which no inline code is broken at a hyphen: a browser breaks `-- --browser` behind each of the first three
 * signs, and no style but `nowrap` keeps it from that.
 * @param html a page; what stands in `code` without any other element in it is changed, and nothing else
 */
export function keepWordsWhole(html: string): string {
  return html.replace(
    /(<code(?: [^<>]*)?>)([^<]*-[^<]*)(?=<\/code>)/g,
    (_, tag: string, text: string) => tag + text.replace(/\S*-\S*/g, keepWhole),
  );
}

const keepWhole = (word: string): string => (word.length > LONGEST ? word : `<span class="whole">${word}</span>`);
