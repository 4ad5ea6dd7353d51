import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readHelp } from './help-text.ts';
import { printedHelp } from './printed-help.ts';
import { PROGRAMS } from './programs.ts';

const root = join(import.meta.dirname, '../../../..');

test('names and words are told apart, and long words stay together', () => {
  const help = `Does it: npm run it -- [options]

  --port N     the port to
               listen on
  --help       this text

  types   every environment

Without a name all of them run.`;
  expect(readHelp(help)).toEqual({
    options: [
      { name: '--port N', about: 'the port to listen on' },
      { name: '--help', about: 'this text' },
    ],
    operands: [{ name: 'types', about: 'every environment' }],
  });
});

test.each(PROGRAMS)('every option in the help of $run is found', async (program) => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, program.script), '--help'], { cwd: root });
  const { options, operands } = await printedHelp(program, root);
  expect(options.map(({ name }) => name.split(' ')[0])).toEqual(
    (stdout.match(/^ {2}--[a-z-]+/gm) ?? []).map((name) => name.trim()),
  );
  expect(options.length + operands.length).toBeGreaterThan(0);
});
