import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { lessonProgram } from './program.ts';

const commands: [string, Command][] = lessonProgram().commands.map((command) => [command.name(), command]);

test('has commands', () => {
  expect(commands.map(([name]) => name)).toContain('verify');
});

test.each(commands)('%s, its arguments and its options are described', (_name, command) => {
  const described = [
    ['the command', command.description()],
    ...command.registeredArguments.map((argument) => [argument.name(), argument.description]),
    ...command.options.map((option) => [option.flags, option.description]),
  ];
  expect(described.filter(([, text]) => (text ?? '').trim() === '')).toEqual([]);
});
