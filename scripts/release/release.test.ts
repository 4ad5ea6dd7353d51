import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readChangelog } from '../../src/core/changelog/read-changelog.ts';
import { git } from './git.ts';
import { release, writeChangelog } from './release.ts';

const DAY = '2027-01-04';
let root: string;

const text = (name: string) => readFileSync(join(root, name), 'utf8');
const commit = (message: string) => git(root, 'commit', '--allow-empty', '--message', message);
const newest = () => readChangelog(text('CHANGELOG.md'))[0];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'routewright-release-'));
  git(root, 'init', '--quiet');
  for (const [key, value] of Object.entries({
    'user.name': 'A',
    'user.email': 'a@example.org',
    'commit.gpgsign': 'false',
    'tag.gpgsign': 'false',
    'core.autocrlf': 'false',
  }))
    git(root, 'config', key, value);
  const own = { name: 'example', version: '0.1.0', private: true };
  const lockfile = { ...own, lockfileVersion: 3, packages: { '': own, 'node_modules/a': { version: '0.1.0' } } };
  writeFileSync(join(root, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
  writeFileSync(join(root, 'package-lock.json'), `${JSON.stringify(lockfile, null, 2)}\n`);
  writeFileSync(join(root, 'CHANGELOG.md'), '# Changelog\n\nHow it is written.\n\n## Unreleased\n\nWhat it is.\n');
  git(root, 'add', '.');
  commit('feat(editor): tabs');
  commit('fix(editor): a tab that nobody met');
  commit('test(editor): tabs');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the changelog', () => {
  it('of a first release keeps the prose and tells what was added', async () => {
    expect(await writeChangelog(root, DAY)).toBe('0.1.0');
    expect(text('CHANGELOG.md')).toBe(
      `# Changelog\n\nHow it is written.\n\n## 0.1.0 - ${DAY}\n\nWhat it is.\n\n### Added\n\n- **editor**: tabs\n`,
    );
  });

  it('is written anew with what came since, and keeps what was written by hand', async () => {
    await writeChangelog(root, DAY);
    writeFileSync(join(root, 'CHANGELOG.md'), text('CHANGELOG.md').replace('What it is.', 'What it is now.'));
    commit('feat(editor): a tree');
    await writeChangelog(root, '2027-01-05');
    expect(readChangelog(text('CHANGELOG.md'))).toEqual([
      {
        version: '0.1.0',
        date: '2027-01-05',
        markdown: 'What it is now.\n\n### Added\n\n- **editor**\n  - tabs\n  - a tree',
      },
    ]);
  });

  it('tells of a later release by heading, what breaks first, and steps by the size of the changes', async () => {
    await release(root, '0.1.0', DAY);
    commit('fix(cli): an *end* in `a_b`');
    expect(await writeChangelog(root, DAY)).toBe('0.1.1');
    git(root, 'checkout', '--quiet', '--', '.');
    commit('feat: a thing of no area');
    commit('feat(cli)!: other options\n\nBREAKING CHANGE: `--all` is gone');
    commit('security(http): a guard');
    commit('docs: words');
    expect(await writeChangelog(root, DAY)).toBe('0.2.0');
    expect(newest()?.markdown).toBe(
      [
        '### Breaking changes\n\n- **cli**: `--all` is gone',
        '### Added\n\n- **cli**: other options\n- a thing of no area',
        '### Fixed\n\n- **cli**: an \\*end\\* in `a_b`',
        '### Security\n\n- **http**: a guard',
      ].join('\n\n'),
    );
    expect(readChangelog(text('CHANGELOG.md')).map(({ version }) => version)).toEqual(['0.2.0', '0.1.0']);
  });

  it('tells the first of two subjects in one line, below its own area', async () => {
    commit('feat(lesson): verify reads Python; test(http): pictures; docs: words');
    commit('feat(cli)!: an end; perf(core): less');
    commit('feat(http): a guard; others: as before (see (a): b)');
    await writeChangelog(root, DAY);
    expect(newest()?.markdown.split('\n')).toEqual(
      expect.arrayContaining([
        '- **cli**: an end',
        '- **http**: a guard; others: as before (see (a): b)',
        '- **lesson**: verify reads Python',
      ]),
    );
  });

  it('folds a list that is long', async () => {
    for (let count = 1; count < 40; count++) commit(`feat(area${count}): thing`);
    await writeChangelog(root, DAY);
    expect(newest()?.markdown).toContain('<details>\n<summary>All 40 of them, by area</summary>\n\n- **area1**: thing');
  });

  it('has nothing to tell of commits that no user meets', async () => {
    await release(root, '0.1.0', DAY);
    commit('refactor: rooms');
    await expect(writeChangelog(root, DAY)).rejects.toThrow('No commit since the last release');
  });
});

describe('a release', () => {
  it('sets the version, and nothing else in those files, commits and tags', async () => {
    const before = { manifest: text('package.json'), lockfile: text('package-lock.json') };
    expect(await release(root, 'minor', DAY)).toBe('0.1.0');
    expect(text('package.json')).toBe(before.manifest);
    commit('feat: more');
    expect(await release(root, 'minor', DAY)).toBe('0.2.0');
    expect(text('package.json')).toBe(before.manifest.replace('0.1.0', '0.2.0'));
    const dependency = '"version": "0.1.0"\n    }\n  }';
    expect(text('package-lock.json')).toBe(
      before.lockfile.replaceAll('0.1.0', '0.2.0').replace(dependency.replace('0.1.0', '0.2.0'), dependency),
    );
    expect(git(root, 'log', '-1', '--format=%s')).toBe('chore(release): v0.2.0');
    expect(git(root, 'tag', '--points-at', 'HEAD')).toBe('v0.2.0');
    expect(git(root, 'status', '--porcelain')).toBe('');
    expect(newest()).toEqual({ version: '0.2.0', date: DAY, markdown: '### Added\n\n- more' });
  });

  it('of what was written before is a commit, too', async () => {
    await writeChangelog(root, DAY);
    git(root, 'commit', '--all', '--message', 'docs: changelog');
    await release(root, '0.1.0', DAY);
    expect(git(root, 'log', '-1', '--format=%s')).toBe('chore(release): v0.1.0');
  });

  it.each([
    ['0.1.0', '0.1.0 does not come after 0.1.0'],
    ['0.0.9', '0.0.9 does not come after 0.1.0'],
    ['1.0', '"1.0" is no version'],
    ['2.0.0-beta.1', '"2.0.0-beta.1" is no version'],
  ])('of %s is refused after 0.1.0', async (wanted, why) => {
    await release(root, '0.1.0', DAY);
    commit('feat: more');
    const before = git(root, 'rev-parse', 'HEAD');
    await expect(release(root, wanted, DAY)).rejects.toThrow(why);
    expect(git(root, 'rev-parse', 'HEAD')).toBe(before);
    expect(git(root, 'status', '--porcelain')).toBe('');
  });

  it('needs a checkout without uncommitted changes', async () => {
    writeFileSync(join(root, 'new.txt'), '');
    await expect(release(root, '0.1.0', DAY)).rejects.toThrow('uncommitted changes');
    expect(git(root, 'tag')).toBe('');
  });
});
