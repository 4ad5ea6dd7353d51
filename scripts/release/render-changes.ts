import type { Changes, Entry } from './read-changes.ts';

/** A list longer than this is folded: the summary above it is what most people read. */
const FOLDED_FROM = 40;

/**
 * The lists of a release as Markdown: a `###` heading each, entries by area. Of the first release only what was added is
 * told, since nobody has met what was changed or fixed before it.
 * @param changes
 * @param first whether no release was before
 * @returns Markdown without a blank line around it; empty when there is nothing to tell
 */
export function renderChanges({ breaking, sections }: Changes, first: boolean): string {
  const told = first ? sections.filter(({ heading }) => heading === 'Added') : sections;
  const parts = told.map(({ heading, entries }) => section(heading, entries));
  if (!first && breaking.length > 0) parts.unshift(section('Breaking changes', breaking));
  return parts.join('\n\n');
}

function section(heading: string, entries: Entry[]): string {
  const list = byArea(entries);
  if (entries.length < FOLDED_FROM) return `### ${heading}\n\n${list}`;
  const summary = `All ${entries.length} of them, by area`;
  return `### ${heading}\n\n<details>\n<summary>${summary}</summary>\n\n${list}\n\n</details>`;
}

/** One area that has several entries becomes a list of its own. Areas go by name, entries without one come last. */
function byArea(entries: Entry[]): string {
  const areas = Map.groupBy(entries, ({ scope }) => scope ?? '');
  const named = [...areas].filter(([scope]) => scope !== '').sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = named.map(([scope, [first, ...more]]) => {
    if (more.length === 0) return `- **${escapeMarkdown(scope)}**: ${line(first)}`;
    return [`- **${escapeMarkdown(scope)}**`, ...[first, ...more].map((entry) => `  - ${line(entry)}`)].join('\n');
  });
  return [...lines, ...(areas.get('') ?? []).map((entry) => `- ${line(entry)}`)].join('\n');
}

const line = (entry: Entry | undefined): string => escapeMarkdown(entry?.text ?? '').replaceAll(/\s*\n\s*/g, ' ');

/** A commit's subject is plain text, with code between backticks at most. */
function escapeMarkdown(text: string): string {
  const parts = text.split(/(`[^`]*`)/);
  return parts.map((part) => (part.startsWith('`') ? part : part.replaceAll(/[\\*_[\]<]/g, String.raw`\$&`))).join('');
}
