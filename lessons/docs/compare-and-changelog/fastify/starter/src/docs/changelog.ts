import { readFileSync } from 'node:fs';

/** The history of the API for those who use it, newest version first. */
export function readChangelog(): string {
  return readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');
}
