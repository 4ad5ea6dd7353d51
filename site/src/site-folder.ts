import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder `site`, found from here upwards: built modules stand in another folder than this source does. */
export const SITE_FOLDER = upwards(dirname(fileURLToPath(import.meta.url)));

function upwards(folder: string): string {
  if (existsSync(join(folder, 'astro.config.ts'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('The folder of the site is not above this module.');
  return upwards(above);
}
