import type { lessonProgram } from '../../../../src/cli/program.ts';
import type { Command } from './command-page.ts';

/** Every command of `npm run lesson --`, from the program itself. */
export function lessonCommands(program: ReturnType<typeof lessonProgram>): Command[] {
  return program.commands.map((command) => {
    const run = `npm run lesson -- ${command.name()}`;
    return {
      anchor: `lesson-${command.name()}`,
      run,
      usage: `${run} ${command.usage()}`,
      about: command.description(),
      operands: command.registeredArguments.map((argument) => ({
        name: argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
        about: argument.description,
      })),
      options: command.options.map(({ flags, description }) => ({ name: flags, about: description })),
    };
  });
}
