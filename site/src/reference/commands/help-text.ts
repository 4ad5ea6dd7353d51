import type { Command } from './command-page.ts';

type Printed = Pick<Command, 'operands' | 'options'>;

/**
 * What a command's `--help` lists: lines of two spaces, a name, at least two spaces more, and words. Names that begin
 * with a hyphen are options; the words may go on in lines that are indented further.
 */
export function readHelp(text: string): Printed {
  const found: Printed = { operands: [], options: [] };
  let last: { name: string; about: string } | undefined;
  for (const line of text.split('\n')) {
    const [, name, about] = /^ {2}(\S.*?) {2,}(\S.*)$/.exec(line) ?? [];
    const [, more] = /^ {6,}(\S.*)$/.exec(line) ?? [];
    if (name !== undefined && about !== undefined) {
      last = { name, about };
      (name.startsWith('-') ? found.options : found.operands).push(last);
    } else if (more !== undefined && last) last.about = `${last.about} ${more}`;
    else last = undefined;
  }
  return found;
}
