import type { Plugin } from 'vite';

/** Fonts that every page shows at once: the Latin letters of both. */
const FONT = /(?:inter|jetbrains-mono)-latin-wght-normal-[\w-]+\.woff2$/;

type Chunk = {
  type: 'chunk';
  fileName: string;
  imports: string[];
  dynamicImports: string[];
  isEntry: boolean;
  viteMetadata?: { importedCss: Set<string> };
};

/**
 * Names in the page itself what its first script is about to import (the page's code, the editor's), so that a browser
 * fetches and compiles all of it at once, instead of each part when the one before has run.
 */
export function loadEarly(): Plugin {
  return {
    name: 'load-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        if (!bundle) return [];
        const files = Object.values(bundle);
        const chunks = new Map(
          files.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file as Chunk]] : [])),
        );
        const entries = [...chunks.values()].filter((chunk) => chunk.isEntry);
        const early = new Set<string>();
        const add = (name: string) => {
          if (early.has(name)) return;
          early.add(name);
          for (const next of chunks.get(name)?.imports ?? []) add(next);
        };
        for (const next of entries.flatMap((entry) => [...entry.dynamicImports, ...entry.imports])) add(next);
        for (const entry of entries) early.delete(entry.fileName);
        const styles = new Set([...early].flatMap((name) => [...(chunks.get(name)?.viteMetadata?.importedCss ?? [])]));
        const fonts = files.filter(({ fileName }) => FONT.test(fileName));
        return [
          ...[...early].map((name) => link({ rel: 'modulepreload', href: `./${name}` })),
          ...[...styles].map((name) => link({ rel: 'stylesheet', href: `./${name}` })),
          ...fonts.map(({ fileName }) =>
            link({ rel: 'preload', as: 'font', type: 'font/woff2', href: `./${fileName}` }),
          ),
        ];
      },
    },
  };
}

function link(attrs: Record<string, string>) {
  return { tag: 'link', attrs: { ...attrs, crossorigin: '' }, injectTo: 'head' as const };
}
