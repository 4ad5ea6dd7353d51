import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { RoutewrightError } from '../../../contract/errors.ts';

const run = promisify(execFile);

/**
 * Files below `dir` that differ from the Git revision `since`, relative to `dir` with forward slashes: committed, staged,
 * edited and new ones. Throws RW_VERIFY_CHANGED when this is no Git repository or has no such revision.
 */
export async function changedFiles(dir: string, since: string): Promise<string[]> {
  const git = async (...args: string[]): Promise<string[]> => {
    try {
      const { stdout } = await run('git', args, { cwd: dir, maxBuffer: 64 * 1024 * 1024 });
      return stdout.split('\0').filter((name) => name !== '');
    } catch (error) {
      const detail = String(error instanceof Error ? error.message : error).split('\n')[1] ?? 'git did not run';
      throw new RoutewrightError('RW_VERIFY_CHANGED', { since, detail }, { cause: error });
    }
  };
  const tracked = await git('diff', '--name-only', '--relative', '-z', '--end-of-options', since, '--', '.');
  const fresh = await git('ls-files', '--others', '--exclude-standard', '-z', '--', '.');
  return [...tracked, ...fresh];
}
