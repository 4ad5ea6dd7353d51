import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Stop } from './say.mjs';

export const START_HELP = `Opens the Routewright workbench: npm start -- [options]

  --browser         open in the browser, even where the desktop window could be shown
  --no-open         serve only; open nothing
  --port N          the port on 127.0.0.1 (default: a free one)
  --home DIR        where your work and progress are kept (default: this user's data folder)
  --course DIR      the course to open (default: the one that comes with Routewright)
  --lesson ID       the lesson to open (default: the one you were in)
  --public-url URL  serve behind a reverse proxy, which offers it at this address; opens nothing
  --help            this text`;

/**
 * Reads the options of npm start.
 * @param {string[]} args
 * @param {{ cwd: string, home: string }} from what relative folders start from, and the default home
 * @returns {{ help: boolean, browser: boolean, open: boolean, port: number, home: string, course: string | null,
 *   lesson: string | null, publicUrl: string | null }}
 * @throws {Stop} for an option that is not known or a value that makes no sense
 */
export function readStartOptions(args, { cwd, home }) {
  const values = parse(args);
  const port = Number(values.port ?? '0');
  if (!/^\d+$/.test(values.port ?? '0') || port > 65_535) {
    throw new Stop(`--port takes a number from 0 to 65535, not "${values.port}". 0 means a free port.`);
  }
  for (const name of /** @type {const} */ (['home', 'course'])) {
    if (values[name] === '') throw new Stop(`--${name} takes a folder.`);
  }
  if (values.lesson === '') throw new Stop('--lesson takes the id of a lesson, such as first-route.');
  return {
    help: values.help ?? false,
    browser: values.browser ?? false,
    open: !(values['no-open'] ?? false) && values['public-url'] === undefined,
    port,
    home: values.home === undefined ? home : resolve(cwd, values.home),
    course: values.course === undefined ? null : resolve(cwd, values.course),
    lesson: values.lesson ?? null,
    publicUrl: values['public-url'] ?? null,
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        browser: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        port: { type: 'string' },
        home: { type: 'string' },
        course: { type: 'string' },
        lesson: { type: 'string' },
        'public-url': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new Stop(`${message.replace(/\.$/, '')}.\n\n${START_HELP}`);
  }
}

/**
 * The folder of a user's own data on this system.
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, user?: string }} [options] `user`: the home folder
 */
export function defaultHome({ env = process.env, platform = process.platform, user = homedir() } = {}) {
  if (platform === 'darwin') return join(user, 'Library', 'Application Support', 'Routewright');
  if (platform === 'win32') return join(env.APPDATA || join(user, 'AppData', 'Roaming'), 'Routewright');
  return join(env.XDG_DATA_HOME || join(user, '.local', 'share'), 'Routewright');
}
