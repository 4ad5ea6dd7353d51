import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Stop } from './say.mjs';

export const SITE_HELP = `Builds the docs site: npm run site -- [options]

  --url URL       where it will stand: scheme and host, such as https://learn.example
  --base PATH     the path below which it will stand, such as /routewright/ (default: /)
  --edit-url URL  the address at which a file of the repository is edited, up to the branch (default: no edit links)
  --course DIR    the course to show (default: the one in lessons/)
  --out DIR       the folder to build into (default: out/site)
  --watch         serve it on 127.0.0.1 instead, and follow each change
  --port N        the port to serve on with --watch (default: 4321)
  --help          this text`;

/**
 * Reads the options of npm run site.
 * @param {string[]} args
 * @param {string} cwd from what a relative folder starts
 * @returns {{ help: boolean, watch: boolean, port: number, env: Record<string, string> }} `env` is what site/src/place.ts reads
 * @throws {Stop} for an option that is not known or a value that makes no sense
 */
export function readSiteOptions(args, cwd) {
  const values = parse(args);
  const port = Number(values.port ?? '4321');
  if (!/^\d+$/.test(values.port ?? '0') || port > 65_535) {
    throw new Stop(`--port takes a number from 0 to 65535, not "${values.port}".`);
  }
  for (const name of /** @type {const} */ (['url', 'edit-url'])) {
    const value = values[name];
    if (value !== undefined && !/^https?:$/.test(URL.parse(value)?.protocol ?? '')) {
      throw new Stop(`--${name} takes an address with https:// or http://, not "${value}".`);
    }
  }
  if (values.url !== undefined && new URL(values.url).pathname !== '/') {
    throw new Stop(`--url takes scheme and host only; say the path of "${values.url}" with --base.`);
  }
  const base = values.base === undefined ? undefined : `/${values.base}/`.replace(/\/{2,}/g, '/');
  if (base !== undefined && !/^[\w.~/-]+$/.test(base)) {
    throw new Stop(`--base takes a path such as /routewright/, not "${values.base}".`);
  }
  return {
    help: values.help ?? false,
    watch: values.watch ?? false,
    port,
    env: {
      ...(values.url === undefined ? {} : { SITE_URL: new URL(values.url).origin }),
      ...(base === undefined ? {} : { SITE_BASE: base }),
      ...(values['edit-url'] === undefined ? {} : { SITE_EDIT_URL: `${values['edit-url']}/`.replace(/\/+$/, '/') }),
      ...(values.course === undefined ? {} : { SITE_COURSE: resolve(cwd, values.course) }),
      ...(values.out === undefined ? {} : { SITE_OUT: resolve(cwd, values.out) }),
    },
  };
}

/**
 * Ends with a sentence where the course to show is none.
 * @param {Record<string, string>} env of `readSiteOptions`
 * @throws {Stop}
 */
export function requireCourse({ SITE_COURSE: course }) {
  if (course !== undefined && !existsSync(join(course, 'course.yaml'))) {
    throw new Stop(`There is no course in ${course}: it has no course.yaml. Name another folder with --course DIR.`);
  }
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        url: { type: 'string' },
        base: { type: 'string' },
        'edit-url': { type: 'string' },
        course: { type: 'string' },
        out: { type: 'string' },
        watch: { type: 'boolean' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new Stop(`${message.replace(/\.$/, '')}.\n\n${SITE_HELP}`);
  }
}
