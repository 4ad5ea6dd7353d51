import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { fileOfFence } from '../../../src/core/lesson/fence-file.ts';
import { markdownToHast } from '../../../src/core/markdown/to-hast.ts';
import { followLink } from './addresses.ts';
import { freeId, slugOf } from './free-id.ts';

/** A stretch of a text: finished HTML, or code that is highlighted where it is shown. */
export type ProsePart = { html: string } | { code: string; lang: string; title: string | null };
export type ProseHeading = { depth: number; slug: string; text: string };

/** What a text needs to know of the page on which it stands. */
export type ProsePlace = {
  /** Ids that are taken on the page; headings add theirs. */
  ids: Set<string>;
  /** What a term of the glossary means, for the word that links to it; undefined when there is no such term. */
  term: (id: string) => string | undefined;
  /** The attributes of an image; null when it cannot be shown. */
  image: (src: string) => Record<string, string | number> | null;
};

/**
 * Markdown of a course, read by the parser of the app, for a page: links lead to pages of the site, images have their
 * size, wide tables scroll, headings have ids, and code comes in parts of its own.
 */
export function prose(markdown: string, place: ProsePlace): { parts: ProsePart[]; headings: ProseHeading[] } {
  const tree = markdownToHast(markdown);
  const headings: ProseHeading[] = [];
  const blocks: Extract<ProsePart, { code: string }>[] = [];
  const visit = (parent: Root | Element): void => {
    parent.children = parent.children.map((child) => {
      if (child.type !== 'element') return child;
      if (child.tagName === 'pre') {
        blocks.push(codeOf(child));
        // The tree is sanitised: no other comment is in it.
        return { type: 'comment', value: String(blocks.length - 1) };
      }
      visit(child);
      return onPage(child, place, headings);
    }) as typeof parent.children;
  };
  visit(tree);
  const parts = toHtml(tree, { allowParseErrors: true })
    .split(/<!--(\d+)-->/)
    .map((piece, index) => (index % 2 === 0 ? { html: piece } : blocks[Number(piece)]))
    .filter((part): part is ProsePart => part !== undefined && !('html' in part && part.html.trim() === ''));
  return { parts, headings };
}

/** A short text without the paragraph around it, as HTML; code blocks are left as they are. */
export function inlineHtml(markdown: string): string {
  const tree = markdownToHast(markdown);
  const [only] = tree.children.filter(({ type }) => type !== 'text');
  const alone = tree.children.filter(({ type }) => type !== 'text').length === 1;
  const inside: RootContent[] =
    alone && only?.type === 'element' && only.tagName === 'p' ? only.children : tree.children;
  for (const node of inside) walkLinks(node);
  return toHtml({ type: 'root', children: inside });
}

function onPage(element: Element, place: ProsePlace, headings: ProseHeading[]): ElementContent {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1];
  if (level !== undefined) {
    const text = textOf(element);
    // The only first heading of a page is its title.
    const depth = Math.max(2, Number(level));
    const slug = freeId(slugOf(text), place.ids);
    headings.push({ depth, slug, text });
    return { ...element, tagName: `h${depth}`, properties: { ...element.properties, id: slug } };
  }
  if (element.tagName === 'a') return link(element, place);
  if (element.tagName === 'img') return image(element, place);
  // The corner of a table heads nothing.
  if (element.tagName === 'th' && textOf(element).trim() === '') return { ...element, tagName: 'td' };
  if (element.tagName === 'table')
    return {
      type: 'element',
      tagName: 'div',
      properties: { className: ['wide-table'], role: 'group', ariaLabel: 'Table', tabIndex: 0 },
      children: [element],
    };
  return element;
}

function link(element: Element, place: ProsePlace): Element {
  const href = String(element.properties.href ?? '');
  const meaning = href.startsWith('term:') ? place.term(href.slice('term:'.length)) : undefined;
  const title = meaning === undefined ? {} : { title: meaning, className: ['term'] };
  return { ...element, properties: { ...element.properties, ...title, href: followLink(href) } };
}

function image(element: Element, place: ProsePlace): Element {
  const attributes = place.image(String(element.properties.src ?? ''));
  if (attributes) return { ...element, properties: { ...element.properties, ...attributes } };
  const text = String(element.properties.alt ?? '');
  return { type: 'element', tagName: 'em', properties: {}, children: [{ type: 'text', value: text }] };
}

function codeOf(pre: Element): Extract<ProsePart, { code: string }> {
  const [code] = pre.children;
  const element = code?.type === 'element' ? code : pre;
  const named = [element.properties.className].flat().map(String);
  const lang = named.find((name) => name.startsWith('language-'))?.slice('language-'.length) ?? 'text';
  const meta = element.data && 'meta' in element.data ? String(element.data.meta) : null;
  return { code: textOf(element).replace(/\n$/, '') || ' ', lang, title: fileOfFence(lang, meta) };
}

function walkLinks(node: RootContent): void {
  if (node.type !== 'element') return;
  if (node.tagName === 'a') node.properties.href = followLink(String(node.properties.href ?? ''));
  for (const child of node.children) walkLinks(child);
}

function textOf(node: RootContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
