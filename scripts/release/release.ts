import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Stop } from '../setup/say.mjs';
import { withRelease } from './changelog-file.ts';
import { git, lastRelease } from './git.ts';
import { type Changes, readChanges } from './read-changes.ts';
import { renderChanges } from './render-changes.ts';
import { isLater, next, readVersion, STEPS, stepOf } from './version.ts';

// Records keep the order of their keys, so a file that is written again changes in its version alone.
const Fields = z.record(z.string(), z.unknown());
const Manifest = z.object({ version: z.string() });

/**
 * Writes the section of the coming release into CHANGELOG.md. Its version is the one of package.json until that is
 * released, and the next by the size of the changes from then on.
 * @param root a git checkout with package.json and CHANGELOG.md
 * @param today such as "2026-11-23"
 * @returns the version that was written. Throws Stop when no commit since the last release is one for users.
 */
export async function writeChangelog(root: string, today: string): Promise<string> {
  const last = lastRelease(root);
  const changes = await readChanges(root);
  const { version } = Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const coming = last === null || isLater(version, last) ? version : next(last, stepOf(changes, last));
  writeSection(root, { version: coming, date: today, changes, first: last === null });
  return coming;
}

/**
 * Makes a release: version in package.json and package-lock.json, section in CHANGELOG.md, commit and tag. Pushes nothing.
 * @param root a git checkout without uncommitted changes
 * @param wanted a version later than the last release, or major, minor or patch
 * @param today such as "2026-11-23"
 * @returns the version. Throws Stop, with nothing changed, when the checkout or the version does not allow it.
 */
export async function release(root: string, wanted: string, today: string): Promise<string> {
  if (git(root, 'status', '--porcelain') !== '')
    throw new Stop('There are uncommitted changes. Commit or remove them first.');
  const last = lastRelease(root);
  const step = STEPS.find((name) => name === wanted);
  if (step === undefined && readVersion(wanted) === null)
    throw new Stop(`"${wanted}" is no version such as 0.2.0, and none of ${STEPS.join(', ')}.`);
  const version = step === undefined ? wanted : next(last ?? '0.0.0', step);
  if (last !== null && !isLater(version, last)) throw new Stop(`${version} does not come after ${last}.`);
  if (git(root, 'tag', '--list', `v${version}`) !== '') throw new Stop(`The tag v${version} is there already.`);
  writeSection(root, { version, date: today, changes: await readChanges(root), first: last === null });
  setVersion(root, version);
  const files = ['package.json', 'package-lock.json', 'CHANGELOG.md'];
  git(root, 'add', ...files);
  // A changelog that was written today already leaves nothing to commit, and the release is a commit all the same.
  git(root, 'commit', '--allow-empty', '--message', `chore(release): v${version}`, '--', ...files);
  git(root, 'tag', '--annotate', `v${version}`, '--message', `v${version}`);
  return version;
}

function writeSection(
  root: string,
  { version, date, changes, first }: { version: string; date: string; changes: Changes; first: boolean },
): void {
  const lists = renderChanges(changes, first);
  if (lists === '') throw new Stop('No commit since the last release is one that users meet.');
  const file = join(root, 'CHANGELOG.md');
  writeFileSync(file, withRelease(readFileSync(file, 'utf8'), { version, date, lists }));
}

function setVersion(root: string, version: string): void {
  const manifest = Fields.parse(read(root, 'package.json'));
  const lockfile = Fields.parse(read(root, 'package-lock.json'));
  const packages = Fields.parse(lockfile.packages);
  const own = { ...Fields.parse(packages['']), version };
  write(root, 'package.json', { ...manifest, version });
  write(root, 'package-lock.json', { ...lockfile, version, packages: { ...packages, '': own } });
}

const read = (root: string, name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));

const write = (root: string, name: string, content: unknown): void =>
  writeFileSync(join(root, name), `${JSON.stringify(content, null, 2)}\n`);
