import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the shell was asked for; the server gets the same. Folders are absolute: it runs in another one. */
export type ShellOptions = {
  home: string;
  port: string;
  course: string | undefined;
  lesson: string | undefined;
  parentStdin: boolean;
};

/**
 * Reads the shell's own options and leaves Chromium's switches alone.
 * @param args the command line after the program
 * @param appData the system's folder for data of applications
 */
export function readShellOptions(args: string[], appData: string): ShellOptions {
  const { values } = parseArgs({
    args,
    strict: false,
    options: {
      home: { type: 'string' },
      port: { type: 'string' },
      course: { type: 'string' },
      lesson: { type: 'string' },
      'parent-stdin': { type: 'boolean' },
    },
  });
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const folder = (value: unknown) => {
    const given = text(value);
    return given === undefined ? undefined : resolve(given);
  };
  return {
    home: folder(values.home) ?? join(appData, 'Routewright'),
    port: text(values.port) ?? '0',
    course: folder(values.course),
    lesson: text(values.lesson),
    parentStdin: values['parent-stdin'] === true,
  };
}
