import { expect, test } from 'vitest';
import { lessonProgram } from '../../../../src/cli/program.ts';
import { lessonCommands } from './lesson-commands.ts';
import { optionAnchor } from './option-anchor.ts';

const commands = lessonCommands(lessonProgram());

test('each command, argument and option of the program is there', () => {
  expect(commands.map(({ run }) => run)).toEqual(
    lessonProgram().commands.map((command) => `npm run lesson -- ${command.name()}`),
  );
  const verify = commands.find(({ anchor }) => anchor === 'lesson-verify');
  expect(verify?.usage).toBe('npm run lesson -- verify [options] [dir]');
  expect(verify?.operands).toEqual([expect.objectContaining({ name: '[dir]' })]);
  expect(verify?.options).toContainEqual(expect.objectContaining({ name: '--shard <part/of>' }));
});

test('each option has an anchor of its own', () => {
  const anchors = commands.flatMap(({ anchor, options }) => options.map(({ name }) => optionAnchor(anchor, name)));
  expect(anchors).toContain('lesson-verify--shard');
  expect(new Set(anchors).size).toBe(anchors.length);
});
