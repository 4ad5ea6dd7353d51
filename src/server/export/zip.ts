import { strToU8, zipSync } from 'fflate';
import type { WorkspaceFile } from '../../contract/session.ts';

/** A zip archive with these files in one folder. The same files give the same bytes. */
export function zipOf(folder: string, files: readonly WorkspaceFile[]): Uint8Array<ArrayBuffer> {
  const entries = files.map(({ path, text }) => [`${folder}/${path}`, strToU8(text)]);
  // The earliest time that a zip can name: the content alone decides the bytes.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1), level: 9 });
}
