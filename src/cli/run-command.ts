import pc from 'picocolors';
import { RoutewrightError } from '../contract/errors.ts';
import { lessonProgram } from './program.ts';
import { STOPPED } from './stopped.ts';

try {
  await lessonProgram().parseAsync();
} catch (error) {
  if (error !== STOPPED && !(error instanceof RoutewrightError)) throw error;
  if (error instanceof RoutewrightError) console.error(`${pc.red(error.code)} ${error.message}\n    ${error.action}`);
  process.exitCode = error === STOPPED ? 130 : 1;
}
