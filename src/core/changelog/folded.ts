/** A stretch of a release's text: shown as it is when `summary` is null, else folded behind that line. */
export type Stretch = { summary: string | null; markdown: string };

const FOLDED = /^<details>\n<summary>(.*)<\/summary>\n([\s\S]*?)\n<\/details>$/gm;

/**
 * Takes the folded lists of a changelog apart from what stands around them. They are HTML in the file, which is what
 * hosters of repositories fold; where Markdown is rendered without HTML they would lose their fold.
 * @param markdown of a release, as `readChangelog` gives it
 */
export function stretches(markdown: string): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (const { 0: whole, 1: summary = '', 2: inside = '', index } of markdown.matchAll(FOLDED)) {
    found.push({ summary: null, markdown: markdown.slice(from, index).trim() });
    found.push({ summary, markdown: inside.trim() });
    from = index + whole.length;
  }
  found.push({ summary: null, markdown: markdown.slice(from).trim() });
  return found.filter((stretch) => stretch.markdown !== '');
}
