import { fileOfApi } from '../../reference/api/files.ts';

/** The document of the finished API, to take away. */
export const GET = () => fileOfApi('application/json', (json) => `${json}\n`);
