import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RoutewrightError } from '../contract/errors.ts';

/** Writes a file below `dir`, with the folders that it needs, over what stands there. Throws RW_NEW_WRITE. */
export async function writeText(dir: string, path: string, text: string): Promise<void> {
  const file = join(dir, path);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new RoutewrightError('RW_NEW_WRITE', { file, detail }, { cause });
  }
}
