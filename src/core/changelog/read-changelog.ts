/** One release of a CHANGELOG.md. */
export type Release = {
  /** Such as "0.1.0". */
  version: string;
  /** The day of the release, such as "2026-11-23". */
  date: string;
  /** What stands below the heading, without it: prose first, then the lists by `###` heading. */
  markdown: string;
};

const SECTION = /^## (.+)$/gm;
const HEADING = /^(\d+\.\d+\.\d+) - (\d{4}-\d{2}-\d{2})$/;

/**
 * The releases of a changelog in the order of the file, the newest first. A release is a section that begins with
 * `## 0.1.0 - 2026-11-23` (the form of https://keepachangelog.com, without link brackets); every other section, such as
 * `## Unreleased`, is left out.
 * @param text the whole CHANGELOG.md; one without a release gives an empty list
 */
export function readChangelog(text: string): Release[] {
  return sections(text.replaceAll('\r\n', '\n')).flatMap(({ heading, markdown }) => {
    const [, version, date] = HEADING.exec(heading) ?? [];
    return version === undefined || date === undefined ? [] : [{ version, date, markdown }];
  });
}

/** Where the `##` sections of a changelog begin and end, in characters. `heading` goes without the hashes. */
export function sections(text: string): { heading: string; markdown: string; start: number; end: number }[] {
  const headings = [...text.matchAll(SECTION)];
  return headings.map(({ 0: line, 1: heading = '', index: start }, at) => {
    const end = headings[at + 1]?.index ?? text.length;
    return { heading: heading.trim(), markdown: text.slice(start + line.length, end).trim(), start, end };
  });
}
