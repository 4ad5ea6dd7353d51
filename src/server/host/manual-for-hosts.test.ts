import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LIMITS } from '../../contract/limits.ts';
import { loadCourse } from '../courses/load-course.ts';
import { readOptions } from './options.ts';

const ROOT = join(import.meta.dirname, '../../..');
const MANUAL = join(ROOT, 'site/src/content/docs/hosts');
const page = (name: string) => readFileSync(join(MANUAL, `${name}.md`), 'utf8');

/** The words behind `src/server/main.ts` of a command in a page, with its lines joined. */
function serverArguments(text: string): string[][] {
  const commands = text.replaceAll(/\\\n\s*/g, ' ').match(/src\/server\/main\.ts .*/g) ?? [];
  return commands.map((command) => command.split(/\s+/).slice(1));
}

describe('the manual for hosts', () => {
  it('starts workbenches with options that they have', () => {
    const commands = serverArguments(page('index'));
    expect(commands).toHaveLength(2);
    for (const command of commands) {
      const filled = command.map((word) => word.replaceAll('%i', 'alice').replace(/^\$\{PORT\}$/, '4101'));
      const { home, port, publicUrl } = readOptions(filled);
      expect({ home, port }).toEqual({ home: '/var/lib/routewright/alice', port: 4101 });
      expect(publicUrl).toMatchObject({ host: 'class.example', base: '/alice/' });
    }
  });

  it('lets the proxy take the largest save', () => {
    // Written as JSON a character of one byte may take six, and some words stand around it.
    const needed = LIMITS.workspaceFileBytes * 6 + 16_384;
    const sizes = [...page('reverse-proxy').matchAll(/client_max_body_size (\d+)m;/g)].map(([, size]) => Number(size));
    expect(sizes.length).toBeGreaterThan(0);
    for (const megabytes of sizes) expect(megabytes * 1024 * 1024).toBeGreaterThanOrEqual(needed);
  });

  it('names every lesson of which a browser elsewhere sees less, and no other', async () => {
    const course = await loadCourse(join(ROOT, 'lessons'));
    const concerned = [...course.lessons.values()].flatMap(({ id, frontmatter: { lab } }) =>
      lab?.authorization || lab?.origins ? [id] : [],
    );
    const [, below = ''] = page('reverse-proxy').split('## What works differently from a distance');
    const named = [...below.matchAll(/\(\.\.\/\.\.\/course\/([\w-]+)\/\)/g)].map(([, id]) => id);
    expect([...new Set(named)].sort()).toEqual(concerned.sort());
    expect(concerned).toHaveLength(9);
    expect(below).toContain('the nine lessons below');
  });

  it('names no command of the project that is not there', () => {
    const known = new Set(
      Object.keys(
        z
          .object({ scripts: z.record(z.string(), z.string()) })
          .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).scripts,
      ),
    );
    const names = readdirSync(MANUAL).map((name) => name.replace(/\.md$/, ''));
    const used = names.flatMap((name) => [...page(name).matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((script) => script !== undefined && !known.has(script))).toEqual([]);
  });
});
