/** A tag of the head, as Starlight takes it in a page's frontmatter. */
type HeadTag = { tag: 'title'; content: string } | { tag: 'meta'; attrs: { property: string; content: string } };

/**
 * What a page is called where it stands among pages of other sites: in a tab, in a list of results, where somebody links to
 * it. Its heading stays short.
 * @param parts from the page itself to what it belongs to, without the name of the site
 */
export function titleInHead(...parts: string[]): HeadTag[] {
  const title = parts.join(' · ');
  return [
    { tag: 'title', content: `${title} · Routewright` },
    { tag: 'meta', attrs: { property: 'og:title', content: title } },
  ];
}
