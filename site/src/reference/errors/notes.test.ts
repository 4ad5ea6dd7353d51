import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CODES, slugOf } from './error-page.ts';

const folder = join(import.meta.dirname, '../../content/errors');
const notes = readdirSync(folder);
const slugs = CODES.map(slugOf);

describe.each(notes)('%s', (name) => {
  test('is of a code', () => {
    expect(slugs).toContain(name.replace(/\.md$/, ''));
  });

  test('begins with a heading, so that the page has it in its contents', () => {
    expect(readFileSync(join(folder, name), 'utf8')).toMatch(/^## \w/);
  });
});
