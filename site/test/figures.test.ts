import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startAstro } from './host/run-site.ts';

/** In seconds, on two cores. */
const FULL_BUILD = 60;
const INCREMENTAL = 2;
const LESSON = 'endpoints/create-a-book';

describe('a full build', () => {
  it('takes at most a minute', () => {
    console.log(`full build: ${inject('buildSeconds').toFixed(1)} s`);
    expect(inject('buildSeconds')).toBeLessThanOrEqual(FULL_BUILD);
  });
});

describe('in watch mode', () => {
  let folder: string;
  let origin: string;
  let astro: ReturnType<typeof startAstro>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'routewright-watch-'));
    await cp(fileURLToPath(new URL('../../lessons', import.meta.url)), join(folder, 'lessons'), { recursive: true });
    astro = startAstro(['dev', '--host', '127.0.0.1', '--port', '0'], {
      SITE_COURSE: join(folder, 'lessons'),
      SITE_OUT: join(folder, 'out'),
    });
    origin = await new Promise((resolve, reject) => {
      let output = '';
      astro.stdout.on('data', (chunk) => {
        output += chunk;
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
        if (address) resolve(address);
      });
      astro.on('close', (code) => reject(new Error(`Astro ended with ${code}.\n${output}`)));
    });
  });

  afterAll(async () => {
    const ended = new Promise((resolve) => astro.once('close', resolve));
    astro.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  });

  const page = async () => (await fetch(`${origin}/course/create-a-book/`)).text();

  it(`an edit of a lesson is on its page within ${INCREMENTAL} s`, async () => {
    // The first answer compiles the templates; what counts is what an edit costs after that.
    await page();
    const file = join(folder, 'lessons', LESSON, 'lesson.md');
    const text = await readFile(file, 'utf8');
    const took: number[] = [];
    for (const word of ['zebrafish', 'wolverine', 'armadillo']) {
      const began = performance.now();
      await writeFile(file, `${text}\n\nThis is new: ${word}.\n`);
      while (!(await page()).includes(word))
        if (performance.now() - began > 30_000) throw new Error(`"${word}" is not on the page after 30 s.`);
      took.push((performance.now() - began) / 1000);
    }
    console.log(`incremental: ${took.map((seconds) => seconds.toFixed(2)).join(', ')} s`);
    expect(took.sort((a, b) => a - b)[1]).toBeLessThanOrEqual(INCREMENTAL);
  });
});
