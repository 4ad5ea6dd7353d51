import { spawnSync } from 'node:child_process';
import { Stop } from '../setup/say.mjs';

/**
 * Runs git in a checkout and answers what it printed, without the last line end. Throws Stop with git's own words.
 */
export function git(repository: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync('git', args, { cwd: repository, encoding: 'utf8' });
  if (status !== 0) throw new Stop(`git ${args[0]}: ${error?.message ?? stderr.trim()}`);
  return stdout.trimEnd();
}

/** The version of the last release in the history of HEAD, from its tag `v*`; null before the first. */
export function lastRelease(repository: string): string | null {
  const tags = git(repository, 'tag', '--list', 'v*', '--merged', 'HEAD', '--sort=-v:refname').split('\n');
  return tags.find((tag) => /^v\d+\.\d+\.\d+$/.test(tag))?.slice(1) ?? null;
}
