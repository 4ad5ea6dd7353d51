import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Command } from './command-page.ts';
import { readHelp } from './help-text.ts';
import type { Program } from './programs.ts';

/** Asks a program for its help. Throws when it cannot say it. `project`: the folder in which its script stands. */
export async function printedHelp({ anchor, run, about, script }: Program, project: string): Promise<Command> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(project, script), '--help'], { cwd: project });
  const { operands, options } = readHelp(stdout);
  const follows = /-- (\[.*\])/.exec(stdout.split('\n')[0] ?? '')?.[1] ?? '[options]';
  return { anchor, run, usage: `${run} -- ${follows}`, about, operands, options };
}
