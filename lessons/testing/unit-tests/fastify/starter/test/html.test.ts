import assert from 'node:assert/strict';
import test from 'node:test';
import { html } from '../src/html.ts';

test('works', () => {
  assert.equal(html`<p>${4}</p>`.text, '<p>4</p>');
});
