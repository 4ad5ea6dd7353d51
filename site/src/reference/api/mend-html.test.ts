import { expect, test } from 'vitest';
import { mendHtml } from './mend-html.ts';

test('the list of a tag leads to its operations, in order', () => {
  const list = '<ul><li><a class="endpoint">get</a></li><li><a class="endpoint">delete</a></li></ul>';
  const section = (id: string) => `<section class="section" id="${id}" aria-label="x"></section>`;
  const html = `${list}${section('api/tag/books')}${section('api/tag/books/GET/books')}${section('api/tag/books/DELETE/books/{id}')}`;
  expect(mendHtml(html)).toContain(
    '<li><a href="#api/tag/books/GET/books" class="endpoint">get</a></li><li><a href="#api/tag/books/DELETE/books/%7Bid%7D" class="endpoint">',
  );
  // Rather no link than one to another operation.
  expect(mendHtml(`${list}${section('api/tag/books/GET/books')}`)).not.toContain('href');
});

test('an address within the page has what its id has', () => {
  const html = '<a href="#tag/books/GET/books/{id}"></a><a href="#other"></a><i id="api/tag/books/GET/books/{id}"></i>';
  expect(mendHtml(html)).toContain('<a href="#api/tag/books/GET/books/%7Bid%7D"></a><a href="#other"></a>');
});

test('a button with a picture only has a name, and what is hidden takes no focus', () => {
  expect(mendHtml('<button type="button" class="group/copy-button z-0">')).toContain('aria-label="Copy"');
  expect(mendHtml('<button aria-hidden="true" style="">')).toBe('<button tabindex="-1" aria-hidden="true" style="">');
  expect(mendHtml('<button type="button">Send</button>')).toBe('<button type="button">Send</button>');
});
