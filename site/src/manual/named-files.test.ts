import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../../..');
const docs = join(root, 'site/src/content/docs');
const pages = ['learners', 'contributors'].flatMap((manual) =>
  readdirSync(join(docs, manual))
    .filter((name) => /\.mdx?$/.test(name))
    .map((name) => ({ path: `${manual}/${name}`, text: readFileSync(join(docs, manual, name), 'utf8') })),
);
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

/** The names of the steps of npm test; this room does not import scripts. */
const stepNames = [
  ...readFileSync(join(root, 'scripts/setup/test-steps.mjs'), 'utf8').matchAll(/\bname: '(\w+)'/g),
].map(([, name]) => name);

/** Names in backticks that begin with a folder of the repository, or are a file at its root. */
const NAMED =
  /`((?:src|site|scripts|bench|e2e|lessons|docs|tsconfig|templates|\.github)\/[\w./-]+|[\w.-]+\.(?:md|cjs|json))`/g;
/** Files of a learner's workspace, of the home folder, or of every npm project. */
const ELSEWHERE = new Set(['src/app.ts', 'src/books.ts', 'package.json']);

describe.each(pages)('$path', ({ text }) => {
  it('names files and folders that there are', () => {
    const named = [...text.matchAll(NAMED)].map(([, path = '']) => path).filter((path) => !ELSEWHERE.has(path));
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names scripts and steps that there are', () => {
    const called = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
    const steps = [...text.matchAll(/npm test -- --only ([\w,]+)/g)].flatMap(([, names = '']) => names.split(','));
    expect(steps.filter((name) => !stepNames.includes(name))).toEqual([]);
  });

  it('runs tests of files and folders that there are', () => {
    const args = [...text.matchAll(/npm run unit -- ([^\n`]+)/g)].flatMap(([, list = '']) => list.trim().split(/\s+/));
    expect(args.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

it('names functions, types and constants in the files that it names them in', () => {
  const missing = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/`([A-Za-z]\w+)(?:\.(\w+))?` in\s+`(src\/[\w./-]+)`/g)].flatMap(
      ([, first = '', second, file = '']) => {
        const source = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';
        return source.includes(first) && (second === undefined || source.includes(second))
          ? []
          : [`${path}: ${first} in ${file}`];
      },
    ),
  );
  expect(missing).toEqual([]);
});

it('finds what it looks for', () => {
  const all = pages.map(({ text }) => text).join('\n');
  expect([...all.matchAll(NAMED)].length).toBeGreaterThan(50);
});
