/** A place on a page that was found: the part below one of its headings. */
export type FoundPart = { title: string; url: string; excerpt: string };

/** A page that was found. Its `sub_results` begin with itself when something stands before the first heading. */
export type FoundPage = { url: string; meta: { title?: string }; excerpt: string; sub_results: FoundPart[] };

/** What is used of the module that Pagefind writes beside its index. */
export type Pagefind = {
  options(options: { baseUrl: string; excerptLength: number; ranking: Record<string, unknown> }): Promise<void>;
  /** Null when a later search came before its time was up. */
  debouncedSearch(term: string): Promise<{ results: { data(): Promise<FoundPage> }[] } | null>;
};

/**
 * Loads the search of the built site; nothing of it is fetched before.
 * @param base the path below which the site stands, with a slash at both ends
 * @throws when there is no index, as while one writes
 */
export async function loadSearch(base: string): Promise<Pagefind> {
  const search: Pagefind = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`);
  // A page about a thing says it in its title; long pages name many things.
  const ranking = { pageLength: 0.4, termFrequency: 0.6, metaWeights: { title: 8 } };
  await search.options({ baseUrl: base, excerptLength: 18, ranking });
  return search;
}
