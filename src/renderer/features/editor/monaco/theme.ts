import type { Monaco } from './load.ts';

/** What of the design tokens colours the editor. */
const TOKENS = {
  pane: '--pane',
  raise: '--raise',
  line: '--line',
  lineStrong: '--line2',
  ink: '--ink',
  soft: '--soft',
  faint: '--faint',
  accent: '--accent',
  ok: '--ok',
  bad: '--bad',
  warn: '--warn',
  okBack: '--okbg',
  badBack: '--badbg',
  selected: '--sel',
  keyword: '--kw',
  string: '--str',
  function: '--fn',
  number: '--num',
  comment: '--com',
  type: '--ty',
} as const;
type Colours = Record<keyof typeof TOKENS, string>;

/** Themes made of the page's own tokens, now and whenever the page changes its theme. Returns how to stop. */
export function followTheme(monaco: Monaco): () => void {
  const apply = () => {
    const dark = isDark();
    monaco.editor.defineTheme('routewright', theme(readColours(), dark));
    monaco.editor.setTheme('routewright');
  };
  apply();
  const watcher = new MutationObserver(apply);
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] });
  const media = [matchMedia('(prefers-color-scheme: dark)'), matchMedia('(prefers-contrast: more)')];
  for (const query of media) query.addEventListener('change', apply);
  return () => {
    watcher.disconnect();
    for (const query of media) query.removeEventListener('change', apply);
  };
}

/** True when the page is dark, by what it really paints. */
export function isDark(): boolean {
  const [red = 0, green = 0, blue = 0] = pixel(readToken('--pane'));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}

function theme(colour: Colours, dark: boolean) {
  const rule = (token: string, foreground: string, fontStyle = '') => ({ token, foreground, fontStyle });
  return {
    base: baseOf(dark),
    inherit: true,
    rules: [
      rule('', colour.ink),
      rule('comment', colour.comment, 'italic'),
      rule('keyword', colour.keyword),
      rule('keyword.json', colour.number),
      rule('string', colour.string),
      rule('string.key.json', colour.function),
      rule('string.value.json', colour.string),
      rule('regexp', colour.string),
      rule('number', colour.number),
      rule('type', colour.type),
      rule('type.identifier', colour.type),
      rule('type.yaml', colour.function),
      rule('function', colour.function),
      rule('delimiter', colour.ink),
      rule('delimiter.bracket', colour.ink),
      rule('tag', colour.keyword),
      rule('attribute.name', colour.function),
    ],
    colors: {
      'editor.background': colour.pane,
      'editor.foreground': colour.ink,
      'editorLineNumber.foreground': colour.faint,
      'editorLineNumber.activeForeground': colour.soft,
      'editor.lineHighlightBackground': `${colour.selected}38`,
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': dark ? `${colour.accent}40` : `${colour.accent}2e`,
      'editor.inactiveSelectionBackground': `${colour.accent}1f`,
      'editor.wordHighlightBackground': `${colour.accent}1f`,
      'editor.wordHighlightStrongBackground': `${colour.accent}2b`,
      'editorCursor.foreground': colour.accent,
      'editorIndentGuide.background1': `${colour.line}`,
      'editorIndentGuide.activeBackground1': colour.lineStrong,
      'editorBracketMatch.background': `${colour.accent}26`,
      'editorBracketMatch.border': '#00000000',
      'editorError.foreground': colour.bad,
      'editorWarning.foreground': colour.warn,
      'editorInfo.foreground': colour.accent,
      'editorWidget.background': colour.raise,
      'editorWidget.foreground': colour.ink,
      'editorWidget.border': colour.lineStrong,
      'editorHoverWidget.background': colour.raise,
      'editorHoverWidget.border': colour.lineStrong,
      'editorSuggestWidget.background': colour.raise,
      'editorSuggestWidget.border': colour.lineStrong,
      'editorSuggestWidget.foreground': colour.ink,
      'editorSuggestWidget.selectedBackground': colour.selected,
      'editorSuggestWidget.selectedForeground': colour.ink,
      'editorSuggestWidget.highlightForeground': colour.accent,
      'editorSuggestWidget.focusHighlightForeground': colour.accent,
      'editorStickyScroll.background': colour.pane,
      'editorStickyScroll.border': colour.line,
      'editorStickyScrollHover.background': colour.raise,
      'editorGutter.background': colour.pane,
      'editorOverviewRuler.border': '#00000000',
      'diffEditor.insertedTextBackground': `${colour.ok}26`,
      'diffEditor.removedTextBackground': `${colour.bad}26`,
      'diffEditor.insertedLineBackground': `${colour.ok}12`,
      'diffEditor.removedLineBackground': `${colour.bad}12`,
      'diffEditor.diagonalFill': colour.line,
      'diffEditor.border': colour.line,
      'diffEditor.unchangedRegionBackground': colour.raise,
      'diffEditor.unchangedRegionForeground': colour.soft,
      'scrollbar.shadow': '#00000000',
      'scrollbarSlider.background': `${colour.faint}33`,
      'scrollbarSlider.hoverBackground': `${colour.faint}55`,
      'scrollbarSlider.activeBackground': `${colour.faint}77`,
      'menu.background': colour.raise,
      'menu.foreground': colour.ink,
      'menu.selectionBackground': colour.selected,
      'menu.selectionForeground': colour.ink,
      'quickInput.background': colour.raise,
      'quickInputList.focusBackground': colour.selected,
      'quickInputList.focusForeground': colour.ink,
      'input.background': colour.pane,
      'input.foreground': colour.ink,
      'input.border': colour.lineStrong,
      'list.hoverBackground': colour.selected,
      'list.highlightForeground': colour.accent,
      'textLink.foreground': colour.accent,
      focusBorder: colour.accent,
    },
  };
}

function baseOf(dark: boolean): 'vs' | 'vs-dark' | 'hc-black' {
  if (document.documentElement.dataset.theme === 'contrast') return 'hc-black';
  return dark ? 'vs-dark' : 'vs';
}

function readColours(): Colours {
  const entries = Object.entries(TOKENS).map(([name, token]) => [name, hex(readToken(token))]);
  return Object.fromEntries(entries);
}

function readToken(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Any CSS colour as Monaco takes it, #rrggbb. */
function hex(css: string): string {
  const channels = [...pixel(css).slice(0, 3)];
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

function pixel(css: string): Uint8ClampedArray {
  if (!canvas) return new Uint8ClampedArray(4);
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = css || '#808080';
  canvas.fillRect(0, 0, 1, 1);
  return canvas.getImageData(0, 0, 1, 1).data;
}
