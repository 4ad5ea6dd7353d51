import { describe, expect, inject, it } from 'vitest';
import { attribute, type BuiltPage, elements, files, idsOf, pages } from './host/pages.ts';

const all = pages();
const there = new Map(files().map((file) => [inject('base') + file, file]));
const byUrl = new Map(all.map((page) => [page.url, page]));
const ids = new Map(all.map((page) => [page.url, idsOf(page)]));

/** Where the addresses of a page lead, each as the page says it. */
function addresses(page: BuiltPage): string[] {
  const found = elements(page.tree, () => true).flatMap((element) => [
    ...['href', 'src', 'poster', 'action', 'data'].map((name) => attribute(element, name)),
    ...(attribute(element, 'srcSet') ?? '').split(',').map((candidate) => candidate.trim().split(/\s+/)[0] ?? ''),
  ]);
  return found.filter((address): address is string => address !== null && address !== '');
}

/** Why an address of a page leads nowhere; null when it leads somewhere, or to another host. */
function wrong(page: BuiltPage, address: string): string | null {
  if (/^(mailto|data|blob|javascript):/.test(address)) return null;
  const url = new URL(address, `http://localhost${page.url}`);
  if (url.host !== 'localhost') return null;
  const path = decodeURIComponent(url.pathname);
  const file = there.get(path) ?? there.get(`${path}index.html`);
  if (file === undefined) return `${address} leads to no file`;
  if (path.endsWith('/') === false && byUrl.has(`${path}/`)) return `${address} lacks its last slash`;
  const anchor = decodeURIComponent(url.hash.slice(1));
  // "#_top" is the top of a page, and a text fragment is no id.
  if (anchor === '' || anchor === '_top' || anchor.startsWith(':~:')) return null;
  return (ids.get(path)?.has(anchor) ?? true) ? null : `${address} has no such anchor`;
}

describe('links', () => {
  it('lead to a page or file of the site, and their anchors are there', () => {
    // By mistake, since one link of the header is on every page.
    const places = new Map<string, string[]>();
    for (const page of all)
      for (const address of new Set(addresses(page))) {
        const mistake = wrong(page, address);
        if (mistake !== null) places.set(mistake, [...(places.get(mistake) ?? []), page.file]);
      }
    const found = [...places].map(([mistake, on]) => `${mistake}: ${on[0]} and ${on.length - 1} more`);
    expect(found).toEqual([]);
  });

  it('are there to be checked', () => {
    expect(all.reduce((sum, page) => sum + addresses(page).length, 0)).toBeGreaterThan(all.length * 10);
  });

  it('go nowhere but where a reader clicks: no page asks a foreign host for anything', () => {
    const asked = all.flatMap((page) =>
      elements(page.tree, ({ tagName }) => tagName !== 'a').flatMap((element) => {
        if (element.tagName === 'link' && /canonical|sitemap|alternate/.test(attribute(element, 'rel') ?? ''))
          return [];
        return [attribute(element, 'href'), attribute(element, 'src'), attribute(element, 'action')]
          .filter((address) => address !== null && /^(https?:)?\/\//.test(address))
          .map((address) => `${page.file}: ${element.tagName} ${address}`);
      }),
    );
    expect(asked).toEqual([]);
  });

  it('and no id is there twice on a page', () => {
    const twice = all.flatMap((page) => {
      const own = elements(page.tree, (element) => 'id' in element.properties).map(({ properties }) =>
        String(properties.id),
      );
      return own.filter((id, at) => own.indexOf(id) !== at).map((id) => `${page.file}: ${id}`);
    });
    expect(twice).toEqual([]);
  });
});
