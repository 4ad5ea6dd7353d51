import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import monoUrl from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url';

const COLOURS =
  'bg pane raise over line line2 edge ink soft faint accent on-accent ok bad warn okbg badbg warnbg accentbg sel kw str fn num com ty';
const NAMES = [...COLOURS.split(' '), 'sans', 'mono', 'color-scheme'].map((name) => `--${name}`);

/** The page's colours and fonts, for a frame that cannot see them. */
export function readLook(): { dark: boolean; tokens: Record<string, string> } {
  const style = getComputedStyle(document.documentElement);
  const tokens = Object.fromEntries(
    NAMES.map((name) => [name, style.getPropertyValue(name).trim()]).filter(([, value]) => value !== ''),
  );
  return { dark: style.colorScheme.includes('dark'), tokens };
}

/** Calls back whenever the page changes its theme. Returns how to stop. */
export function onLookChange(changed: () => void): () => void {
  const watcher = new MutationObserver(changed);
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
  return () => watcher.disconnect();
}

/** The two fonts as data: a frame without an origin cannot load a font file. */
export async function readFonts(): Promise<{ family: string; data: ArrayBuffer }[]> {
  const fonts = { 'Inter Variable': interUrl, 'JetBrains Mono Variable': monoUrl };
  return Promise.all(
    Object.entries(fonts).map(async ([family, url]) => ({ family, data: await (await fetch(url)).arrayBuffer() })),
  );
}
