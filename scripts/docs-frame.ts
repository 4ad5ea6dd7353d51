import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src/renderer/docs-frame');

/**
 * Builds the page of the isolated frame that shows API documents, as docs-frame/ beside the workbench's page.
 * Its scripts are classic ones: a sandboxed page has no origin, and a browser loads modules only within one.
 */
export function docsFrame(): Plugin {
  return {
    name: 'docs-frame',
    apply: 'build',
    async generateBundle() {
      const scalar = join(root, 'node_modules/@scalar/api-reference/dist/browser/standalone.js');
      const files: [string, string][] = [
        ['index.html', await readFile(join(source, 'index.html'), 'utf8')],
        ['frame.js', await bundle(join(source, 'frame.ts'))],
        ['scalar.js', (await readFile(scalar, 'utf8')).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n')],
      ];
      for (const [name, text] of files) this.emitFile({ type: 'asset', fileName: `docs-frame/${name}`, source: text });
    },
  };
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2024', lib: { entry, formats: ['iife'], name: 'docsFrame' } },
  });
  const [first] = [result].flat();
  if (!first || !('output' in first)) throw new Error(`${entry} was not bundled`);
  return first.output[0].code;
}
