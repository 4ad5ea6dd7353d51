import { fontProviders } from 'astro/config';

const file = (name: string, font: string) =>
  ({ weight: '100 900', style: 'normal', src: [`./node_modules/@fontsource-variable/${name}/files/${font}`] }) as const;

/** The two fonts, from this site's own files. While one loads, a font of the machine stands in its size. */
export const fonts = [
  {
    provider: fontProviders.local(),
    name: 'Inter',
    cssVariable: '--font-inter',
    fallbacks: ['Arial', 'sans-serif'],
    options: { variants: [file('inter', 'inter-latin-wght-normal.woff2')] },
  },
  {
    provider: fontProviders.local(),
    name: 'JetBrains Mono',
    cssVariable: '--font-mono',
    fallbacks: ['ui-monospace', 'Menlo', 'Consolas', 'monospace'],
    options: { variants: [file('jetbrains-mono', 'jetbrains-mono-latin-wght-normal.woff2')] },
  },
] as const;
