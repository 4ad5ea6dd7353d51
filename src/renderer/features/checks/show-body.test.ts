import { expect, it } from 'vitest';
import { comparedLines } from './compared-lines.ts';
import { showBody } from './show-body.ts';

it('shows short JSON on one line and longer JSON indented', () => {
  expect(showBody('{"title":"Emma","author":"J. Austen"}')).toBe('{ "title": "Emma", "author": "J. Austen" }');
  expect(showBody(JSON.stringify({ title: 'x'.repeat(80) }))).toContain('\n  "title"');
  expect(showBody('<p>no JSON</p>')).toBe('<p>no JSON</p>');
});

it('names the place of a difference as people do and puts the status first', () => {
  const lines = comparedLines({
    mismatches: [
      { at: 'header location', expected: '/books/5', actual: 'none' },
      { at: 'body.data.id', expected: 'a number', actual: 'nothing' },
      { at: 'status', expected: '201', actual: '200' },
    ],
  });
  expect(lines.map((line) => line.label)).toEqual(['', 'location', 'data.id']);
});

it('says once what came at a place, with the narrowest that was expected', () => {
  const lines = comparedLines({
    mismatches: [
      { at: 'body', expected: 'an array or a string', actual: 'an object' },
      { at: 'body', expected: 'an array', actual: 'an object' },
      { at: 'header content-type', expected: 'application/json', actual: 'text/plain' },
    ],
  });
  expect(lines.map(({ label, expected }) => `${label}: ${expected}`)).toEqual([
    'body: an array',
    'content-type: application/json',
  ]);
});
