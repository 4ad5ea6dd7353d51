import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { SITE_FOLDER } from './site-folder.ts';

/**
 * Lets builds run side by side. Astro keeps the modules of a build in `.astro/.prerender` of the working directory while it
 * makes the pages, and empties that folder first: each build works in a folder of its own, below the packages of the site.
 * @param name of the build; builds of one name still get into each other's way
 */
export function ownBuildFolder(name: string): AstroIntegration {
  const folder = join(SITE_FOLDER, '.astro', 'builds', name);
  return {
    name: 'own-build-folder',
    hooks: {
      'astro:build:start': () => {
        mkdirSync(folder, { recursive: true });
        process.chdir(folder);
      },
      'astro:build:done': async () => {
        process.chdir(SITE_FOLDER);
        await rm(folder, { recursive: true, force: true });
      },
    },
  };
}
