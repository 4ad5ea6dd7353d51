import pc from 'picocolors';
import { ERRORS } from '../contract/errors.ts';
import type { Problem } from '../contract/problem.ts';

/**
 * A problem for a person: `file:line:column code message`, below it what was expected and what to do. What the message
 * says already is not said again; the fields are for editors, which show them in their own way.
 */
export function problemText(problem: Problem): string {
  const place = [problem.file ?? 'course.yaml', problem.line, problem.column].filter((part) => part !== undefined);
  const more = [
    problem.path && !problem.message.includes(problem.path) ? `at ${problem.path}` : '',
    problem.expected && !problem.message.includes(problem.expected) ? `expected: ${problem.expected}` : '',
    problem.nearest && !problem.message.includes('did you mean') ? `did you mean "${problem.nearest}"?` : '',
  ].filter((part) => part !== '');
  return [
    `${pc.bold(place.join(':'))} ${pc.red(problem.code)} ${problem.message}`,
    ...(more.length > 0 ? [`    ${more.join('; ')}`] : []),
    `    ${pc.dim(ERRORS[problem.code].action)}`,
  ].join('\n');
}
