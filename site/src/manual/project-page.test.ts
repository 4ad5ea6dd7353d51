import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readProjectPage } from './project-page.ts';

const decisions = join(import.meta.dirname, '../../../docs/decisions');

it('takes number and title off both ways of writing a heading', () => {
  expect(readProjectPage('0003-a.md', '# 0003 · A frame\n\nText.\n')).toEqual({
    page: { number: '3', title: 'A frame', file: '0003-a.md' },
    body: 'Text.\n',
  });
  expect(readProjectPage('0013-b.md', '# 13. The lab: real things\n\nText.\n').page).toMatchObject({
    number: '13',
    title: 'The lab: real things',
  });
});

it('leaves a title alone that begins with a number of its own', () => {
  expect(readProjectPage('x.md', '# 3 ways\n').page).toMatchObject({ number: null, title: '3 ways' });
});

it('refuses a page without a heading', () => {
  expect(() => readProjectPage('x.md', 'Text.\n')).toThrow('x.md does not begin with a heading.');
});

it('gives every decision the number of its file, and no two the same', () => {
  const files = readdirSync(decisions).filter((name) => name.endsWith('.md'));
  const numbers = files.map((name) => readProjectPage(name, readFileSync(join(decisions, name), 'utf8')).page.number);
  expect(numbers).toEqual(files.map((name) => String(Number(name.slice(0, 4)))));
  expect(new Set(numbers).size).toBe(files.length);
});
