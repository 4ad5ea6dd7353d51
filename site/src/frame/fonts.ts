import { fontProviders } from 'astro/config';

type Variants = [{ weight: string; style: 'normal'; src: [string] }];

const variants = (path: string): Variants => [
  { weight: '100 900', style: 'normal', src: [`./node_modules/@fontsource-variable/${path}.woff2`] },
];

/** The two fonts, from this site's own files. While one loads, a font of the machine stands in its size. */
export const fonts = [
  {
    provider: fontProviders.local(),
    name: 'Inter',
    cssVariable: '--font-inter' as const,
    fallbacks: ['Arial', 'sans-serif'],
    options: { variants: variants('inter/files/inter-latin-wght-normal') },
  },
  {
    provider: fontProviders.local(),
    name: 'JetBrains Mono',
    cssVariable: '--font-mono' as const,
    fallbacks: ['ui-monospace', 'Menlo', 'Consolas', 'monospace'],
    options: { variants: variants('jetbrains-mono/files/jetbrains-mono-latin-wght-normal') },
  },
];
