import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SITE_FOLDER } from '../site-folder.ts';

const Hex = z.string().regex(/^#[\da-f]{6}$/);
const COLOURS = ['bg', 'pane', 'raise', 'over', 'line', 'line2', 'ink', 'soft', 'faint', 'accent'] as const;
const SIGNS = [
  'ok',
  'bad',
  'warn',
  'okbg',
  'badbg',
  'warnbg',
  'accentbg',
  'kw',
  'str',
  'fn',
  'num',
  'com',
  'ty',
] as const;
const Theme = z.record(z.enum([...COLOURS, ...SIGNS]), Hex);

/** The colours of one theme of the workbench by the names of its custom properties, each as `#rrggbb`. */
export type Theme = z.infer<typeof Theme>;

/**
 * The dark and the light colours of a tokens.css, for what cannot ask a stylesheet: highlighted code, social cards.
 * @throws when a colour is missing there or is not written as `#rrggbb`
 */
export function readTokens(css: string): { dark: Theme; light: Theme } {
  return { dark: themeOf(css, 'dark'), light: themeOf(css, 'light') };
}

function themeOf(css: string, theme: string): Theme {
  const block = css.split(`[data-theme="${theme}"] {`)[1]?.split('}')[0] ?? '';
  const said = [...block.matchAll(/--(\w+): (#[\da-f]{6});/g)].map(([, name = '', colour]) => [name, colour]);
  const known = new Set<string>([...COLOURS, ...SIGNS]);
  return Theme.parse(Object.fromEntries(said.filter(([name = '']) => known.has(name))));
}

const TOKENS = join(SITE_FOLDER, '../src/renderer/styles/tokens.css');

/** The colours of the workbench. */
export const workbenchTokens = () => readTokens(readFileSync(TOKENS, 'utf8'));
