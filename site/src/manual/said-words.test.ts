import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../../src/contract/errors.ts';

const root = join(import.meta.dirname, '../../..');
const manual = join(root, 'site/src/content/docs/learners');

const sources = ['src/renderer', 'src/main', 'src/contract', 'src/core/keys'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
);
const written = sources.join('\n').replaceAll(/\s+/g, ' ');

/** What is written down elsewhere than in the interface: an example of what one may type. */
const EXAMPLES = ['The front desk sees at once whether a book is in, and who has it'];

/** Words in bold, and sentences in quotes: in this manual those are what the window says. */
function said(text: string): string[] {
  const prose = text.replace(/^---[\s\S]*?---/, '').replaceAll(/<Picture[\s\S]*?\/>|`[^`]*`/g, '');
  const found = [...prose.matchAll(/\*\*([^*]+)\*\*|"([A-Z][^"]+)"/g)].map(([, bold, quoted]) => bold ?? quoted ?? '');
  // The status bar shows a state and, after a gap, a note.
  return found
    .flatMap((words) => words.split(/ · |(?<=^Failed), /))
    .map((words) => words.replaceAll(/\s+/g, ' ').replace(/[.:]$/, ''));
}

/** Each message of the table as a pattern, whole and cut before each mark: "buildApp returned {detail}", "The import {name} …". */
const patterns = Object.values(ERRORS).flatMap(({ message }) =>
  [...message.matchAll(/[.:,](?=\s|$)/g)].map(({ index }) => {
    const parts = message.slice(0, index).split(/\{\w+\}/);
    return new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('.+')}$`);
  }),
);
const isMessage = (words: string): boolean => patterns.some((pattern) => pattern.test(words));

describe.each(readdirSync(manual))('learners/%s', (name) => {
  it('quotes what the window says', () => {
    const words = said(readFileSync(join(manual, name), 'utf8')).filter((one) => !EXAMPLES.includes(one));
    expect(words.filter((one) => !written.includes(one) && !isMessage(one))).toEqual([]);
  });
});

it('the table of what the banner says has messages of the error table', () => {
  const [, table = ''] = readFileSync(join(manual, 'stuck.mdx'), 'utf8').split('| The banner says |');
  const rows = [...(table.split('\n\n')[0] ?? '').matchAll(/^\| ([^|`-][^|]*) \|/gm)].map(([, words = '']) => words);
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.filter((words) => !isMessage(words))).toEqual([]);
});

it('finds what it looks for', () => {
  expect(readdirSync(manual).flatMap((name) => said(readFileSync(join(manual, name), 'utf8'))).length).toBeGreaterThan(
    40,
  );
});
