import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileOfApi } from '../../reference/api/files.ts';
import { SITE_FOLDER } from '../../site-folder.ts';

const STANDALONE = join(SITE_FOLDER, 'node_modules/@scalar/api-reference/dist/browser/standalone.js');

/** The script that wakes up the page of the finished API. */
export const GET = () => fileOfApi('text/javascript', () => readFile(STANDALONE, 'utf8'));
