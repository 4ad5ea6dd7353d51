import assert from 'node:assert/strict';
import test from 'node:test';
import { html } from '../src/html.ts';

test('a title with all five signs of HTML stays a text', () => {
  const title = `<b> & "Tom's"`;
  assert.equal(html`<h1>${title}</h1>`.text, '<h1>&lt;b&gt; &amp; &quot;Tom&#39;s&quot;</h1>');
});

test('what stands in the template itself stays HTML', () => {
  assert.equal(html`<p>${4}</p>`.text, '<p>4</p>');
});
