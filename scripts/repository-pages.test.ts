import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { START_HELP } from './setup/start-options.mjs';
import { STEPS } from './setup/test-steps.mjs';

const root = join(import.meta.dirname, '..');
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'docs/how-your-code-is-run.md'].map(
  (path) => ({ path, text: readFileSync(join(root, path), 'utf8') }),
);
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

describe.each(pages)('$path', ({ path, text }) => {
  it('links to what there is', () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link);
    const inside = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(inside.filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([]);
  });

  it('names scripts and steps that there are', () => {
    const called = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
    const steps = [...text.matchAll(/npm test -- --only ([\w,]+)/g)].flatMap(([, names = '']) => names.split(','));
    expect(steps.filter((name) => !STEPS.some((step) => step.name === name))).toEqual([]);
  });
});

describe('the pages together', () => {
  const page = (path: string) => pages.find((one) => one.path === path)?.text ?? '';

  it('name options of npm start that there are', () => {
    const named = [...page('README.md').matchAll(/^\| `(--[\w-]+)/gm)].map(([, option = '']) => option);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((option) => !START_HELP.includes(`  ${option} `))).toEqual([]);
  });

  it('say how to contribute on one screen', () => {
    expect(page('CONTRIBUTING.md').split('\n').length).toBeLessThanOrEqual(60);
  });
});
