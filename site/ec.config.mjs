import { defineEcConfig } from '@astrojs/starlight/expressive-code';
import { foldLines } from './src/code/fold-lines.ts';

// Plugins cannot stand in astro.config.ts: the Code component reads them from here.
export default defineEcConfig({ plugins: [foldLines()] });
