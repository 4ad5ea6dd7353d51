import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import satori, { type SatoriOptions } from 'satori';
import { place } from '../place.ts';
import { SITE_FOLDER } from '../site-folder.ts';
import type { Card } from './cards.ts';
import { workbenchTokens } from './tokens.ts';

type Node = { type: string; key: null; props: Record<string, unknown> };

const { dark } = workbenchTokens();
/** Raised when the drawing changes: cards of earlier builds are then not taken again. */
const DRAWING = 3;

const box = (style: Record<string, unknown>, ...children: (Node | string)[]): Node => ({
  type: 'div',
  key: null,
  props: { style: { display: 'flex', ...style }, children },
});

const mark: Node = {
  type: 'svg',
  key: null,
  props: {
    width: 56,
    height: 56,
    viewBox: '0 0 32 32',
    children: [
      { type: 'rect', key: null, props: { width: 32, height: 32, rx: 9, fill: dark.accent } },
      {
        type: 'path',
        key: null,
        props: {
          d: 'M10 23V9h7.2a4.4 4.4 0 0 1 0 8.8H10m6.2 0L22 23',
          fill: 'none',
          stroke: dark.bg,
          'stroke-width': 2.6,
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
        },
      },
    ],
  },
};

/** Long titles get smaller letters, so that three lines hold them. */
const size = (title: string) => (title.length > 44 ? 64 : title.length > 26 ? 76 : 92);

const drawing = ({ over, title, text, way }: Card): Node =>
  box(
    {
      width: 1200,
      height: 630,
      boxSizing: 'border-box',
      flexDirection: 'column',
      background: dark.bg,
      padding: '64px 72px',
      color: dark.ink,
    },
    box({ alignItems: 'center', gap: 20, fontSize: 32, fontWeight: 600 }, mark, 'Routewright'),
    box(
      { flexDirection: 'column', flexGrow: 1, justifyContent: 'center' },
      ...(over === 'Routewright' ? [] : [box({ fontSize: 30, color: dark.accent, marginBottom: 18 }, over)]),
      box({ fontSize: size(title), fontWeight: 600, lineHeight: 1.1, letterSpacing: '-0.025em' }, title),
      box({ fontSize: 32, lineHeight: 1.4, color: dark.soft, marginTop: 26, maxWidth: 980, lineClamp: 3 }, text),
    ),
    box(
      { gap: 8, height: 8, flexShrink: 0 },
      ...Array.from({ length: way.parts }, (_, at) =>
        box({ flexGrow: 1, height: 8, borderRadius: 4, background: at < way.gone ? dark.ok : dark.line2 }),
      ),
    ),
  );

const font = (weight: 400 | 600) =>
  readFile(join(SITE_FOLDER, 'node_modules/@fontsource/inter/files', `inter-latin-${weight}-normal.woff`));
let fonts: Promise<SatoriOptions['fonts']> | null = null;
const loadFonts = async (): Promise<SatoriOptions['fonts']> => [
  { name: 'Inter', weight: 400, style: 'normal', data: await font(400) },
  { name: 'Inter', weight: 600, style: 'normal', data: await font(600) },
];

/** A card as a PNG of 1200 by 630 pixels. What an earlier build drew with the same words is taken again. */
export async function drawCard(card: Card): Promise<Buffer> {
  const key = createHash('sha256')
    .update(JSON.stringify([DRAWING, card, dark]))
    .digest('hex');
  const kept = join(place.cache, 'cards', `${key}.png`);
  const earlier = await readFile(kept).catch(() => null);
  if (earlier) return earlier;
  fonts ??= loadFonts();
  const svg = await satori(drawing(card), { width: 1200, height: 630, fonts: await fonts });
  const png = new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
  await mkdir(join(place.cache, 'cards'), { recursive: true });
  await writeFile(kept, png);
  return png;
}
