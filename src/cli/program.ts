import { Command } from 'commander';
import { lintCommand } from './lint/lint-command.ts';
import { newCommand } from './new/new-command.ts';
import { newCourseCommand } from './new-course/new-course-command.ts';
import { openapiCommand } from './openapi/openapi-command.ts';
import { schemasCommand } from './schemas/schemas-command.ts';
import { verifyCommand } from './verify/verify-command.ts';

/** Everything that `npm run lesson --` can do, with a description of each command, argument and option. Runs nothing. */
export function lessonProgram(): Command {
  return new Command('lesson')
    .description('For people who write courses.')
    .addCommand(lintCommand())
    .addCommand(verifyCommand())
    .addCommand(newCommand())
    .addCommand(newCourseCommand())
    .addCommand(schemasCommand())
    .addCommand(openapiCommand());
}
