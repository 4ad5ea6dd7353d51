import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What a program needs beside its text: bytes, links or sizes that a file of the corpus cannot hold. */
export const Preparation = z.enum(['link-out', 'utf-16', 'ten-megabytes', 'ten-megabytes-outside', 'null-byte-path']);
export type Preparation = z.infer<typeof Preparation>;

const TEN_MEGABYTES = 10 * 1024 * 1024;

/** The text that is saved in place of the program's own. */
export function preparedText(preparation: Preparation | undefined, text: string): string {
  return preparation === 'ten-megabytes' ? `${text}// ${'x'.repeat(TEN_MEGABYTES)}\n` : text;
}

/** The path at which it is saved. */
export function preparedPath(preparation: Preparation | undefined, path: string): string {
  return preparation === 'null-byte-path' ? path.replace('app', 'app\u0000') : path;
}

/** Changes the folder as another program would, in place of an edit. False when there is nothing to do. */
export async function changeOutside(
  preparation: Preparation | undefined,
  folder: string,
  text: string,
): Promise<boolean> {
  const entry = join(folder, 'src/app.ts');
  if (preparation === 'utf-16') await writeFile(entry, Buffer.from(`\ufeff${text}`, 'utf16le'));
  else if (preparation === 'ten-megabytes-outside') await writeFile(entry, `${text}// ${'x'.repeat(TEN_MEGABYTES)}\n`);
  else return false;
  return true;
}

/** Puts into the folder what the program is about, before it is saved. */
export async function prepareFolder(preparation: Preparation | undefined, folder: string): Promise<void> {
  if (preparation === 'link-out') await symlink('/etc/passwd', join(folder, 'src/passwd.ts'));
}

/** Takes it away again. */
export async function undoFolder(preparation: Preparation | undefined, folder: string): Promise<void> {
  if (preparation === 'link-out') await rm(join(folder, 'src/passwd.ts'));
}
