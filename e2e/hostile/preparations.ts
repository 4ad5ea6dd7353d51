import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What a program needs beside its text: bytes, links or sizes that a file of the corpus cannot hold. */
export const Preparation = z.enum([
  'places',
  'link-out',
  'utf-16',
  'a-megabyte',
  'ten-megabytes',
  'ten-megabytes-outside',
  'null-byte-path',
]);
export type Preparation = z.infer<typeof Preparation>;

const TEN_MEGABYTES = 10 * 1024 * 1024;

/** What a program with `places` is told: the folder of all workspaces, and the port of the workbench itself. */
export type Places = { workspaces: string; port: string };

/** The text that is saved in place of the program's own. */
export function preparedText(preparation: Preparation | undefined, text: string, places: Places): string {
  if (preparation === 'places') return text.replace('WORKSPACES', places.workspaces).replace('PORT', places.port);
  if (preparation === 'a-megabyte') {
    const line = (at: number) => `export const book${at}: Book = { title: 'Book ${at}' };\n`;
    return text + Array.from({ length: 17_000 }, (_, at) => line(at)).join('');
  }
  return preparation === 'ten-megabytes' ? `${text}// ${'x'.repeat(TEN_MEGABYTES)}\n` : text;
}

/** The path at which it is saved. */
export function preparedPath(preparation: Preparation | undefined, path: string): string {
  return preparation === 'null-byte-path' ? path.replace('app', 'app\u0000') : path;
}

/** The bytes that another program writes to the entry, in place of an edit; undefined when it is an edit. */
export function bytesFromOutside(preparation: Preparation | undefined, text: string): Buffer | undefined {
  if (preparation === 'utf-16') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (preparation === 'ten-megabytes-outside') return Buffer.from(`${text}// ${'x'.repeat(TEN_MEGABYTES)}\n`);
  return undefined;
}

/** Puts into the folder what the program is about, before it is saved. */
export async function prepareFolder(preparation: Preparation | undefined, folder: string): Promise<void> {
  if (preparation === 'link-out') await symlink('/etc/passwd', join(folder, 'src/passwd.ts'));
}

/** Takes it away again. */
export async function undoFolder(preparation: Preparation | undefined, folder: string): Promise<void> {
  if (preparation === 'link-out') await rm(join(folder, 'src/passwd.ts'));
}
