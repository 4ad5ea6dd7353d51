import { join } from 'node:path';
import { keyOf, readLicenceText } from './licence-text.ts';
import { idOf, type Shipped } from './shipped.ts';

const RULE = '='.repeat(80);
const FURTHER = 'Further notices of ';
const INTRO = `THIRD-PARTY NOTICES

Routewright contains the packages below, each under its own licence. Written by "npm run notices".

The desktop package contains Electron and Chromium, too: their licences come with it as LICENSE.electron.txt and
LICENSES.chromium.html. Everything runs on Node.js, Copyright Node.js contributors, which has parts under further licences:
they are in the file LICENSE of its release, https://github.com/nodejs/node`;

/**
 * The text of THIRD-PARTY-NOTICES.txt: each licence text once, above it the packages that have it and who holds the
 * copyright; then what packages say beyond that. Every package must be installed.
 */
export function noticesOf(packages: Shipped[]): string {
  const read = packages.map((found) => ({ found, ...readLicenceText(join(found.folder, found.path)) }));
  const withText = read.filter(({ text }) => text !== '');
  const groups = [...Map.groupBy(withText, ({ found, text }) => `${found.licence}\0${keyOf(text)}`).values()];
  groups.sort((a, b) => b.length - a.length || order(a[0]?.found, b[0]?.found));
  // A package that names its licence and brings no text has the text that most packages have.
  for (const one of read.filter(({ text }) => text === '')) {
    const group = groups.find(([first]) => first?.found.licence === one.found.licence);
    if (group === undefined)
      throw new Error(`There is no text for the licence ${one.found.licence} of ${idOf(one.found)}.`);
    group.push(one);
  }
  const licences = groups.map((group) => {
    const lines = group.map(({ found, copyright }) =>
      [idOf(found), ...copyright.map((line) => `    ${line}`)].join('\n'),
    );
    const { found, text = '' } = group[0] ?? {};
    return `${RULE}\n${found?.licence}\n${RULE}\n\n${lines.join('\n')}\n\n${text}`.trimEnd();
  });
  const further = read.flatMap(({ found, notices }) =>
    notices.map((notice) => `${RULE}\n${FURTHER}${found.name}\n${RULE}\n\n${notice}`),
  );
  return `${[INTRO, ...licences, ...further].join('\n\n')}\n`;
}

/** The packages that a THIRD-PARTY-NOTICES.txt names, such as "zod 4.6.7" with the licence "MIT". */
export function packagesIn(notices: string): Map<string, string> {
  const named = new Map<string, string>();
  // Between the rules stand, in turn, a title and what it is about: the packages up to a blank line, then the text.
  const parts = notices.split(`${RULE}\n`).slice(1);
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [list = ''] = (parts[at + 1] ?? '').trimStart().split('\n\n');
    const title = (parts[at] ?? '').trim();
    if (!title.startsWith(FURTHER)) for (const id of list.match(/^\S.*$/gm) ?? []) named.set(id, title);
  }
  return named;
}

/** What is wrong in the notices: a package that is missing, is not shipped any more, or has another licence. */
export function staleNotices(notices: string, packages: Pick<Shipped, 'name' | 'version' | 'licence'>[]): string[] {
  const named = packagesIn(notices);
  const shipped = new Map(packages.map((found) => [idOf(found), found.licence]));
  return [
    ...[...shipped.keys()].filter((id) => !named.has(id)).map((id) => `${id} is shipped and not in the notices.`),
    ...[...named.keys()].filter((id) => !shipped.has(id)).map((id) => `${id} is in the notices and not shipped.`),
    ...[...shipped].flatMap(([id, licence]) => {
      const told = named.get(id);
      return told === undefined || told === licence
        ? []
        : [`${id} has the licence ${licence}, the notices say ${told}.`];
    }),
  ];
}

const order = (a: Shipped | undefined, b: Shipped | undefined): number =>
  a !== undefined && b !== undefined && idOf(a) < idOf(b) ? -1 : 1;
