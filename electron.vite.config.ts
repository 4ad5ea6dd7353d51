import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { docsFrame } from './scripts/docs-frame.ts';
import { listedFeaturesOnly } from './scripts/listed-features-only.ts';
import { loadEarly } from './scripts/load-early.ts';
import { oneTypeScriptWorker } from './scripts/one-typescript-worker.ts';

const root = dirname(fileURLToPath(import.meta.url));
const renderer = join(root, 'src/renderer');

export default defineConfig({
  main: {
    build: { outDir: 'out/main', rolldownOptions: { input: join(root, 'src/main/main.ts') } },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload is loaded as CommonJS and cannot require packages.
      externalizeDeps: false,
      rolldownOptions: {
        input: join(root, 'src/preload/preload.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: renderer,
    // Relative: the page may be served below any path.
    base: './',
    plugins: [react(), docsFrame(), oneTypeScriptWorker(), listedFeaturesOnly(), loadEarly()],
    worker: { format: 'es' },
    build: {
      outDir: join(root, 'out/renderer'),
      emptyOutDir: true,
      target: 'es2024',
      minify: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 8_000,
      rolldownOptions: { input: join(renderer, 'index.html') },
    },
  },
});
