import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pinnedNode, ROOT } from '../../scripts/setup/pinned-node.mjs';
import { GOOD_COURSE } from '../hosts/course-copy.ts';
import { openSession, signIn } from '../hosts/workbench-client.ts';
import { startWorkbench } from '../hosts/workbench-server.ts';
import { SHORT } from './extent.ts';

const IN_USE = /^Another workbench already uses the folder .*\. Use that one, .*\(RW_HOST_IN_USE\)\n$/;

describe('two workbenches on the same home', () => {
  let home: string;
  const start = () => startWorkbench({ course: GOOD_COURSE, home, pages: false });
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'routewright-two-'));
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  test('the second says in one sentence that the home is in use, ends with 1, and the first goes on', async () => {
    const first = await start();
    try {
      const session = await openSession(await signIn(first.url), 'list-books');
      const main = join(ROOT, 'src/server/main.ts');
      const second = promisify(execFile)(pinnedNode(), [main, '--home', home, '--course', GOOD_COURSE]);
      await expect(second).rejects.toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(IN_USE) });
      await session.edit('// goes on');
      expect(await readFile(join(home, 'workspaces/good/fastify/list-books/src/app.ts'), 'utf8')).toBe('// goes on');
      session.leave();
    } finally {
      await first.stop();
    }
  });

  test('of two that are started at the same instant exactly one wins', async () => {
    for (let race = 0; race < (SHORT ? 2 : 20); race += 1) await oneWins();
  });

  test('a lock file with something else in it, such as the number of a process that lives, fools neither', async () => {
    for (let race = 0; race < (SHORT ? 1 : 5); race += 1) {
      await writeFile(join(home, 'lock.sqlite'), `${process.pid}\n`);
      await oneWins();
    }
  });

  test('the home of a server that was killed is taken over at once', async () => {
    const first = await start();
    await first.kill();
    const second = await start();
    await second.stop();
  });

  async function oneWins(): Promise<void> {
    const both = await Promise.allSettled([start(), start()]);
    const winners = both.filter((one) => one.status === 'fulfilled');
    const losers = both.filter((one) => one.status === 'rejected');
    for (const { value } of winners) await value.kill();
    expect(winners).toHaveLength(1);
    expect(String(losers[0]?.reason)).toContain('RW_HOST_IN_USE');
  }
});
