import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { COURSE_FILES } from './course-files.ts';
import { editorSchema } from './editor-schema.ts';

const LESSONS = join(import.meta.dirname, '../../../lessons');
const ajv = new Ajv({ strictTypes: false, strictTuples: false, keywords: ['enumDescriptions', 'markdownDescription'] });
const FILES = readdirSync(LESSONS, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

type Data = { [key: string]: unknown } | unknown[];
type Place = { holder: Data; key: string };
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

/** Every place of some data. What a matcher takes is left out: the editor knows more of it than the schema of the file. */
function placesOf(value: unknown): Place[] {
  if (!isData(value)) return [];
  return Object.entries(value)
    .filter(([key]) => !key.startsWith('$'))
    .flatMap(([key, inner]) => [{ holder: value, key }, ...placesOf(inner)]);
}

/** One thing that an author may do by mistake, or rightly. */
function edit({ holder, key }: Place, what: 'remove' | 'rename' | 'replace', by: unknown): void {
  const before = Reflect.get(holder, key);
  if (Array.isArray(holder)) holder.splice(Number(key), 1, ...(what === 'remove' ? [] : [by]));
  else if (what === 'replace') Reflect.set(holder, key, by);
  else Reflect.deleteProperty(holder, key);
  if (what === 'rename' && !Array.isArray(holder)) Reflect.set(holder, `${key}s`, before);
}

const VALUES = ['', 'a-b', 'A b', '/a', 'a'.repeat(70), 0, 1, -1, 2.5, 200, true, false, null, [], ['a'], {}, { a: 1 }];

test.each(COURSE_FILES.map((kind) => [kind.path, kind] as const))(
  'whatever is edited in %s, an editor marks nothing that the schema of the file takes',
  (path, { schema, format, ...kind }) => {
    const validate = ajv.compile(editorSchema({ schema, format, ...kind }));
    const texts = FILES.filter(({ name }) => name === path.split('/').at(-1)).map(({ parentPath, name }) =>
      readFileSync(join(parentPath, name), 'utf8'),
    );
    const files: unknown[] = texts.map((text) => parse(format === 'yaml' ? text : (text.split(/^---$/m)[1] ?? '')));
    const tally = { taken: 0, marked: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(),
        fc.constantFrom('remove' as const, 'rename' as const, 'replace' as const),
        fc.constantFrom(...VALUES),
        (right, at, what, by) => {
          const data = structuredClone(right);
          const places = placesOf(data);
          const place = places[at % places.length];
          if (place) edit(place, what, structuredClone(by));
          const isMarked = !validate(data);
          if (schema.safeParse(data).success) {
            tally.taken += 1;
            expect(isMarked, JSON.stringify(validate.errors)).toBe(false);
          } else {
            tally.refused += 1;
            if (isMarked) tally.marked += 1;
          }
        },
      ),
      { numRuns: 300, seed: 5 },
    );
    expect(tally.taken).toBeGreaterThan(0);
    // What JSON Schema cannot say well is the linter's alone, such as the rules of a path.
    expect(tally.marked).toBeGreaterThan(0.9 * tally.refused);
  },
);
