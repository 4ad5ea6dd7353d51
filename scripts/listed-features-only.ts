import type { Plugin } from 'vite';

/** An import for what it does, not for what it gives. */
const BARE_IMPORT = /^import '[^']+';\n/gm;

/**
 * Monaco's own starter of workers brings every feature of the editor along, and it comes after the first editor: too
 * late for the services of those that src/renderer/features/editor/monaco/features.ts leaves out. The next editor
 * would ask for them in vain. It needs none of them itself.
 */
export function listedFeaturesOnly(): Plugin {
  return {
    name: 'listed-features-only',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/monaco-editor/esm/vs/internal/common/workers.js')) return null;
      return { code: code.replace(BARE_IMPORT, ''), map: null };
    },
  };
}
