import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StrippedFile, TestVariant } from '../../contract/sandbox.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import type { LabRun } from '../lab/lab.ts';
import type { Variant } from './variants.ts';

/** A variant, and which of its tests are left out since they hang. */
export type VariantToRun = { variant: Variant; skip: string[] };

/** What stands beside the program. */
export type TestLab = Pick<LabRun, 'env' | 'files'>;

type Strip = (file: string, text: string) => Promise<StrippedFile | null>;

/** Writes each variant into a folder of its own below `folder`, the only one that its process may read. */
export async function placeVariants(
  folder: string,
  variants: readonly VariantToRun[],
  lab: TestLab,
  strip: Strip,
): Promise<TestVariant[]> {
  return Promise.all(
    variants.map(async ({ variant, skip }, index) => {
      const workspace = path.join(folder, String(index));
      write(workspace, variant.files);
      write(path.join(workspace, '.lab'), lab.files);
      const stripped = await strippedOf(variant.files, strip);
      const env = { ...lab.env, ...ownDatabase(lab.env, index) };
      const { kind } = variant;
      return { workspace, stripped, skip, env, coverage: kind === 'own', endsAtHang: kind === 'planted' };
    }),
  );
}

/** One program must not find what another left; files beside the database are as open as it is. */
function ownDatabase({ DATABASE_FILE: file }: Record<string, string>, index: number): Record<string, string> {
  if (file === undefined) return {};
  const { dir, name, ext } = path.parse(file);
  return { DATABASE_FILE: path.join(dir, `${name}-${index}${ext}`) };
}

function write(folder: string, files: readonly WorkspaceFile[]): void {
  const made = new Set<string>();
  for (const file of files) {
    const place = path.join(folder, file.path);
    const below = path.dirname(place);
    if (!made.has(below)) mkdirSync(below, { recursive: true });
    made.add(below);
    writeFileSync(place, file.text);
  }
}

async function strippedOf(files: readonly WorkspaceFile[], strip: Strip): Promise<Record<string, StrippedFile>> {
  const sources = files.filter((file) => file.path.endsWith('.ts'));
  const known = await Promise.all(
    sources.map(
      async ({ path: file, text }): Promise<[string, StrippedFile | null]> => [file, await strip(file, text)],
    ),
  );
  return Object.fromEntries(known.filter((pair): pair is [string, StrippedFile] => pair[1] !== null));
}
