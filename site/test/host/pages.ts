import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { inject } from 'vitest';

/** A page of the built site. `url` is its path with the base: what a browser shows. */
export type BuiltPage = { url: string; file: string; html: string; tree: Root };

/** Every page of the built site. */
export function pages(): BuiltPage[] {
  const folder = inject('folder');
  return files()
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      return { url: inject('base') + file.replace(/(^|\/)index\.html$/, '$1'), file, html, tree: fromHtml(html) };
    });
}

/** Every file of the built site, with forward slashes, sorted. */
export function files(): string[] {
  return readdirSync(inject('folder'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(inject('folder').length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}

/** The elements of a page that `is` accepts, in their order; also those in templates. */
export function elements(tree: Root, is: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (is(element)) found.push(element);
    if (element.content) found.push(...elements(element.content, is));
  });
  return found;
}

/** An attribute as text; null when it is not there. */
export function attribute(element: Element, name: string): string | null {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return null;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** The ids of a page: where `#…` can lead. */
export function idsOf(page: BuiltPage): Set<string> {
  return new Set(
    elements(page.tree, (element) => 'id' in element.properties).map((element) => String(element.properties.id)),
  );
}
