import { sectionOf } from '../sections.ts';
import { pieces } from './excerpt.ts';
import type { FoundPage, FoundPart } from './pagefind.ts';

/** What one page shows of its parts, so that it does not hide the next page. */
const PARTS = 3;

/** The list entry of a page that was found: its title, its part of the site, where on it, and the words around. */
export function foundEntry(page: FoundPage, base: string): HTMLLIElement {
  const entry = document.createElement('li');
  const title = page.meta.title ?? page.url;
  const section = sectionOf(page.url.slice(base.length))?.label;
  const parts = page.sub_results.filter((part) => part.url.includes('#') && part.title !== title).slice(0, PARTS);
  entry.append(link(page.url, title, parts.length > 0 ? '' : page.excerpt, section));
  if (parts.length > 0) entry.append(list(parts));
  return entry;
}

function list(parts: FoundPart[]): HTMLUListElement {
  const below = document.createElement('ul');
  for (const { url, title, excerpt } of parts) {
    const item = document.createElement('li');
    item.append(link(url, title, excerpt));
    below.append(item);
  }
  return below;
}

function link(url: string, title: string, excerpt: string, section?: string): HTMLAnchorElement {
  const found = document.createElement('a');
  found.href = url;
  found.append(span('title', title));
  if (section) found.append(span('section', section));
  const words = span('words', '');
  for (const { text, hit } of pieces(excerpt)) {
    if (!hit) words.append(text);
    else words.append(Object.assign(document.createElement('mark'), { textContent: text }));
  }
  found.append(words);
  return found;
}

function span(className: string, textContent: string): HTMLSpanElement {
  return Object.assign(document.createElement('span'), { className, textContent });
}
