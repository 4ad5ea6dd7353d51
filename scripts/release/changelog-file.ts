/**
 * CHANGELOG.md: each release is a section `## 0.1.0 - 2026-11-23`. What stands in it before the first `###` is written by
 * hand; from there on it is written from the commits, each time anew. Prose that waits for the next release stands in
 * `## Unreleased` and moves into it.
 */
import { sections } from '../../src/core/changelog/read-changelog.ts';

/**
 * The changelog with the section of a release written, or written anew.
 * @param text the changelog as it is
 * @param release its version, its day such as "2026-11-23", and its lists as Markdown
 */
export function withRelease(text: string, release: { version: string; date: string; lists: string }): string {
  const all = sections(text);
  const present = all.find(({ heading }) => heading.startsWith(`${release.version} - `));
  const waiting = all.find(({ heading }) => heading === 'Unreleased');
  const prose = [waiting, present].map((found) => proseOf(found?.markdown ?? '')).filter((part) => part !== '');
  const heading = `## ${release.version} - ${release.date}`;
  const written = `${[heading, ...prose, release.lists].filter((part) => part !== '').join('\n\n')}\n\n`;
  const old = [waiting, present].filter((found) => found !== undefined).sort((a, b) => b.start - a.start);
  const rest = old.reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  const at = old.at(-1)?.start ?? sections(rest)[0]?.start ?? rest.length;
  const before = rest.slice(0, at).trimEnd();
  return `${before}\n\n${written}${rest.slice(at)}`.trimEnd().concat('\n');
}

/** What was written by hand: everything before the first list. */
const proseOf = (markdown: string): string => (markdown.split(/^### /m)[0] ?? '').trim();
