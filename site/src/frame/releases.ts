import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readChangelog } from '../../../src/core/changelog/read-changelog.ts';
import { SITE_FOLDER } from '../site-folder.ts';

const CHANGELOG = join(SITE_FOLDER, '../CHANGELOG.md');

/** The releases of this project, the newest first. */
export const releases = async () => readChangelog(await readFile(CHANGELOG, 'utf8'));

/** A day such as `2026-11-23` in words: 23 November 2026. */
export const dayInWords = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));

/** What a release is about, in plain text: its first paragraph. */
export function about(markdown: string): string {
  const first = markdown.split(/\n\s*\n/)[0] ?? '';
  return first
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/[*_`#]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
