import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { attribute, type BuiltPage, elements, pages } from './host/pages.ts';
import { textOf } from './host/text.ts';

const file = (path: string) => join(inject('folder'), path);
const read = (path: string) => readFileSync(file(path), 'utf8');
const SITE = 'http://localhost';
const all = pages();

/** Where an absolute address of this site is in the built folder. */
function builtFile(url: string): string {
  expect(url.startsWith(SITE + inject('base')), url).toBe(true);
  return new URL(url).pathname.slice(inject('base').length);
}

function meta(page: BuiltPage, name: string): string | null {
  const [found] = elements(
    page.tree,
    (element) =>
      element.tagName === 'meta' && [attribute(element, 'name'), attribute(element, 'property')].includes(name),
  );
  return found ? attribute(found, 'content') : null;
}

describe('every page', () => {
  it('says in its head what it is, each in its own words', () => {
    const told = new Map<string, string>();
    for (const page of all) {
      const description = meta(page, 'description') ?? '';
      expect(description.length, page.file).toBeGreaterThan(10);
      expect(told.get(description), `${page.file} says the same`).toBeUndefined();
      told.set(description, page.file);
    }
  });

  it('is called in its head as no other is', () => {
    const called = new Map<string, string>();
    for (const page of all) {
      const [title] = elements(page.tree, ({ tagName, children }) => tagName === 'title' && children.length > 0);
      const words = title ? textOf(title) : '';
      expect(called.get(words), `${page.file} is called “${words}”, too`).toBeUndefined();
      called.set(words, page.file);
    }
  });

  it('of a lesson says in which stage it is, also to those who link to it', () => {
    const lesson = all.find((page) => page.file === 'course/cors/index.html');
    const [title] = lesson ? elements(lesson.tree, ({ tagName }) => tagName === 'title') : [];
    expect(title && textOf(title)).toBe('Pages from elsewhere · Security · Routewright');
    expect(lesson && meta(lesson, 'og:title')).toBe('Pages from elsewhere · Security');
  });

  it('has a card of 1200 by 630 pixels and at most 60 KB that is there, and says what is on it', () => {
    const cards = new Set(all.map((page) => builtFile(meta(page, 'og:image') ?? '')));
    expect(cards.size).toBeGreaterThan(60);
    for (const card of cards) {
      const png = readFileSync(file(card));
      // PNG: width and height stand at 16 and 20, in big-endian.
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], card).toEqual([1200, 630]);
      expect(png.length, card).toBeLessThanOrEqual(60_000);
    }
    for (const page of all) expect(meta(page, 'og:image:alt'), page.file).not.toBeNull();
  });

  it('of a lesson has a card of its own', () => {
    const lesson = all.find((page) => page.file === 'course/create-a-book/index.html');
    expect(lesson && meta(lesson, 'og:image')).toBe(`${SITE}${inject('base')}og/course/create-a-book.png`);
  });
});

it('robots.txt names the map, and the map names every page but the one for what is not there', () => {
  expect(read('robots.txt')).toContain(`Sitemap: ${SITE}${inject('base')}sitemap-index.xml`);
  const mapped = [...read('sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => builtFile(url));
  const built = all.filter((page) => page.file !== '404.html').map((page) => page.file.replace(/index\.html$/, ''));
  expect(mapped.sort()).toEqual(built.sort());
});

it('the feed has each release, with a link to where it is told', () => {
  const feed = read('releases/rss.xml');
  const items = [...feed.matchAll(/<item>.*?<link>([^<]+)<\/link>/gs)].map(([, url = '']) => url);
  expect(items.length).toBeGreaterThan(0);
  const releases = read('releases/index.html');
  for (const url of items) {
    expect(builtFile(url).replace(/#.*/, '')).toBe('releases/');
    expect(releases).toContain(`id="${url.split('#')[1]}"`);
  }
  expect(existsSync(file('favicon.svg'))).toBe(true);
});
