import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What a package says about its licence: who holds the copyright, the text without that, and further notices. */
export type LicenceText = { copyright: string[]; text: string; notices: string[] };

const COPYRIGHT = /^[\s*#>/-]*(?:portions |all )?(?:copyright\b|©|\(c\)\s)/i;
/** Lines that begin alike and belong to the text of a licence. */
const NOT_A_HOLDER = /copyright (?:notice|holder|owner|law|licen|statement|and|\[|\{|interest)/i;
const TITLE = /^\W*(?:the )?(?:(?:mit|isc|bsd|blue ?oak)\b.{0,40}licen[cs]e|licen[cs]e|expat)\b.{0,20}$/i;
const RIGHTS = /^\W*all rights reserved\W*$/i;

/**
 * Reads the licence files of an installed package. One without such a file gives its author and an empty text.
 * @param folder the package's folder
 */
export function readLicenceText(folder: string): LicenceText {
  if (!existsSync(folder)) throw new Error(`${folder} is not installed.`);
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const matching = (pattern: RegExp) =>
    names.filter(({ name }) => pattern.test(name)).map(({ name }) => readFileSync(join(folder, name), 'utf8'));
  const licences = matching(/^(?:licen[cs]e|copying|unlicense)(?:[-.](?:md|txt|mit|bsd|apache)?|$)/i).map(clean);
  const { copyright, text } = splitLicence(licences.join('\n\n'));
  return {
    copyright: copyright.length > 0 ? copyright : authorOf(folder),
    text,
    notices: matching(/^(?:notice|third-?party-?notices?)/i).map(clean),
  };
}

/** Takes the lines that name a copyright holder out of a licence: what is left is the same for many packages. */
export function splitLicence(licence: string): Omit<LicenceText, 'notices'> {
  const lines = clean(licence).split('\n');
  const isHolder = (line: string) => COPYRIGHT.test(line) && !NOT_A_HOLDER.test(line);
  const copyright = lines.filter(isHolder).map((line) => line.replace(/^[\s*#>/-]+/, '').trim());
  const rest = lines.filter((line) => !isHolder(line) && !TITLE.test(line) && !RIGHTS.test(line));
  return { copyright: [...new Set(copyright)], text: clean(rest.join('\n')) };
}

/** Two texts that differ in case, line breaks, quotes or punctuation only are one. */
export const keyOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '');

const clean = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t\f]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/^\n+|\n+$/g, '');

const Manifest = z.object({ author: z.union([z.string(), z.object({ name: z.string() })]).optional() });

function authorOf(folder: string): string[] {
  const { author } = Manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const name = typeof author === 'string' ? author.replace(/\s*[<(].*/, '') : (author?.name ?? '');
  return name === '' ? [] : [name];
}
