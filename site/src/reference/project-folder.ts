import { dirname } from 'node:path';
import { SITE_FOLDER } from '../site-folder.ts';

/** The folder of the whole project, in which `site` stands. */
export const PROJECT_FOLDER = dirname(SITE_FOLDER);
