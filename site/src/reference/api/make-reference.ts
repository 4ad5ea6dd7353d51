import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { WorkspaceFile } from '../../../../src/contract/session.ts';
import { SITE_FOLDER } from '../../site-folder.ts';
import { configuration } from './configuration.ts';

const Reference = z.object({ document: z.record(z.string(), z.unknown()), html: z.string(), css: z.string() });
export type Reference = z.infer<typeof Reference>;

/** No document at all: kept, too, so that it is not asked for again. */
const NONE = 'null';

export type ReferenceOptions = {
  /** The folder of the course. */
  dir: string;
  lesson: string;
  /** Of the solution; while they are the same, what was made for them before is used. */
  files: readonly WorkspaceFile[];
  /** The folder in which it is kept. */
  cache: string;
};

/**
 * The OpenAPI document of a lesson's solution and Scalar's page of it; null when the solution gives none.
 * Throws an Error with what was said when it cannot be made.
 */
export async function makeReference({ dir, lesson, files, cache }: ReferenceOptions): Promise<Reference | null> {
  const kept = join(cache, `api-${await digestOf(files)}.json`);
  const before = await readFile(kept, 'utf8').catch(() => null);
  const text = before ?? (await made(dir, lesson));
  if (before === null) {
    await mkdir(cache, { recursive: true });
    // Builds may run side by side: none must read half of it.
    await writeFile(`${kept}.${process.pid}`, text);
    await rename(`${kept}.${process.pid}`, kept);
  }
  return text === NONE ? null : Reference.parse(JSON.parse(text));
}

async function made(dir: string, lesson: string): Promise<string> {
  const args = [join(SITE_FOLDER, 'src/reference/api/main.ts'), dir, lesson];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 2 ** 20, timeout: 60_000 });
    return stdout;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 3) return NONE;
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new Error(`The reference of ${lesson} cannot be made. ${said}`, { cause: error });
  }
}

async function digestOf(files: readonly WorkspaceFile[]): Promise<string> {
  const scalar = join(SITE_FOLDER, 'node_modules/@scalar/api-reference/package.json');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(scalar, 'utf8')));
  const folder = join(SITE_FOLDER, 'src/reference/api');
  const makers = await Promise.all((await readdir(folder)).sort().map((name) => readFile(join(folder, name), 'utf8')));
  return createHash('sha256')
    .update(JSON.stringify([version, configuration, makers, files]))
    .digest('hex')
    .slice(0, 16);
}
