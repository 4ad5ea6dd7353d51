import { readFileSync } from 'node:fs';

/** The history of the API for those who use it, newest version first. */
export function readChangelog(): string {
  return readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');
}

/** The version that is running. It stands in the changelog and nowhere else, so that it cannot go without an entry. */
export function newestVersion(changelog = readChangelog()): string {
  const [, version] = /^## (\d+\.\d+\.\d+)\b/m.exec(changelog) ?? [];
  if (version === undefined) throw new Error('CHANGELOG.md names no version.');
  return version;
}
