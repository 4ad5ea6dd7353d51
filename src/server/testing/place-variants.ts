import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StrippedFile, TestVariant } from '../../contract/sandbox.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import type { Variant } from './variants.ts';

/** A variant, and which of its tests are left out since they hang. */
export type VariantToRun = { variant: Variant; skip: string[] };

type Strip = (file: string, text: string) => Promise<StrippedFile | null>;

/** Writes each variant into a folder of its own below `folder`, the only one that its process may read. */
export async function placeVariants(
  folder: string,
  variants: readonly VariantToRun[],
  strip: Strip,
): Promise<TestVariant[]> {
  return Promise.all(
    variants.map(async ({ variant, skip }, index) => {
      const workspace = path.join(folder, String(index));
      write(workspace, variant.files);
      const stripped = await strippedOf(variant.files, strip);
      return { workspace, stripped, skip, coverage: variant.kind === 'own', endsAtHang: variant.kind === 'planted' };
    }),
  );
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
