import { stringify } from 'yaml';
import { fileOfApi } from '../../reference/api/files.ts';

/** The same document as YAML. */
export const GET = () => fileOfApi('application/yaml', (json) => stringify(JSON.parse(json)));
