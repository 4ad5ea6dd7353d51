import { describe, expect, test } from 'vitest';
import { inlineHtml, type ProsePlace, prose } from './prose.ts';

const place = (over: Partial<ProsePlace> = {}): ProsePlace => ({
  ids: new Set(),
  term: (id) => (id === 'etag' ? 'A name of a version.' : undefined),
  image: () => null,
  ...over,
});
const html = (markdown: string, over: Partial<ProsePlace> = {}): string =>
  prose(markdown, place(over))
    .parts.map((part) => ('html' in part ? part.html : `[${part.lang} ${part.title}: ${part.code}]`))
    .join('');

describe('links', () => {
  test('lead to pages of the site, and what they cannot know stays as it is', () => {
    expect(html('[a](lesson:first-route)')).toContain('href="/course/first-route/"');
    expect(html('[a](lesson:first-route#try-it)')).toContain('href="/course/first-route/#try-it"');
    expect(html('[a](#try-it) [b](https://example.com/x)')).toMatch(/href="#try-it".*href="https:\/\/example.com\/x"/);
  });
  test('to a term say what it means', () => {
    expect(html('[ETag](term:etag)')).toContain('<a href="/course/glossary/#etag" title="A name of a version."');
  });
  test('in a short text lead to the same places', () => {
    expect(inlineHtml('see *[a](lesson:first-route)*')).toBe('see <em><a href="/course/first-route/">a</a></em>');
  });
});

describe('code', () => {
  test('comes in a part of its own, with its language and its file', () => {
    expect(html('before\n\n```ts src/app.ts\nconst a = 1;\n```\n\nafter')).toMatch(
      /before<\/p>\s*\[ts src\/app.ts: const a = 1;\]\s*<p>after/,
    );
  });
  test('in a list does not break the list', () => {
    expect(html('- a\n\n  ```sh\n  ls\n  ```\n- b').replace(/\n/g, '')).toBe(
      '<ul><li><p>a</p>[sh null: ls]</li><li><p>b</p></li></ul>',
    );
  });
  test('keeps what looks like a place for code', () => {
    expect(html('`<!--0-->` and <!--0-->')).not.toContain('undefined');
  });
});

test('headings get ids that nothing else on the page has', () => {
  const ids = new Set(['try-it']);
  const { headings } = prose('## Try it\n\n## Try it\n\n# What’s `new`?', place({ ids }));
  expect(headings).toEqual([
    { depth: 2, slug: 'try-it-2', text: 'Try it' },
    { depth: 2, slug: 'try-it-3', text: 'Try it' },
    { depth: 2, slug: 'whats-new', text: 'What’s new?' },
  ]);
});

test('an image has its size, and one that cannot be shown leaves its text', () => {
  const image = (src: string) => (src === 'a.svg' ? { src: '/x/a.svg', width: 4, height: 3 } : null);
  expect(html('![A flow](a.svg)', { image })).toContain('<img src="/x/a.svg" alt="A flow" width="4" height="3">');
  expect(html('![A flow](b.svg)', { image })).toContain('<em>A flow</em>');
});

test('a wide table scrolls by itself, and its empty corner is no heading', () => {
  const table = html('| | a |\n|-|-|\n| b | c |');
  expect(table).toMatch(/^<div class="wide-table" role="group" aria-label="Table" tabindex="0"><table>/);
  expect(table.match(/<th>/g)).toHaveLength(1);
});
