import { defineEcConfig } from '@astrojs/starlight/expressive-code';
import { fewerElements } from './src/code/fewer-elements.ts';
import { foldLines } from './src/code/fold-lines.ts';

// Plugins cannot stand in astro.config.ts: the Code component reads them from here.
export default defineEcConfig({ plugins: [fewerElements(), foldLines()] });
