import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ErrorCode as Codes, type ErrorCode } from '../../../../src/contract/errors.ts';

/** In quotes or behind a dot: comments name codes, too, and nothing comes from there. */
const CODE = /(?<=['".])RW_[A-Z]+(?:_[A-Z]+)*\b/g;

/**
 * The files of the source that name a code, for each code, as paths from the project's folder with forward slashes.
 * Tests and the table itself do not count.
 */
export function placesOfCodes(project: string): Map<ErrorCode, string[]> {
  const places = new Map<ErrorCode, string[]>(Codes.options.map((code) => [code, []]));
  const files = readdirSync(join(project, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|cts)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    const path = relative(project, file).split(sep).join('/');
    if (path === 'src/contract/errors.ts') continue;
    for (const found of new Set(readFileSync(file, 'utf8').match(CODE))) {
      const code = Codes.safeParse(found);
      if (code.success) places.get(code.data)?.push(path);
    }
  }
  return places;
}
