import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { RoutewrightError } from '../../contract/errors.ts';
import { type PublicUrl, readPublicUrl } from './public-url.ts';

/** What the server is told when it starts; folders are absolute. */
export type ServerOptions = {
  home: string;
  course: string;
  /** The id of the lesson that the printed address opens; null leaves that to the page. */
  lesson: string | null;
  renderer: string;
  port: number;
  /** Where a reverse proxy offers the workbench; null without one. */
  publicUrl: PublicUrl | null;
  parentStdin: boolean;
};

/** What `--help` prints. */
export const SERVER_HELP = `Serves the workbench, and opens nothing: npm run serve -- [options]

  --home DIR        where work and progress are kept (default: ~/.routewright)
  --course DIR      the course to open (default: the one in lessons/)
  --lesson ID       the lesson that the printed address opens (default: the one you were in)
  --port N          the port on 127.0.0.1 (default: a free one)
  --public-url URL  serve behind a reverse proxy, which offers it at this address
  --renderer DIR    the built page (default: out/renderer)
  --parent-stdin    end when the standard input is closed
  --help            this text`;

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/**
 * Reads the command line of the server. Port 0 stands for a free one.
 * Throws RW_HOST_OPTION for an option it does not know and for a folder without a name, RW_HOST_PORT for a port that
 * cannot be, RW_HOST_PUBLIC_URL for an address that a proxy cannot offer.
 */
export function readOptions(args: string[]): ServerOptions {
  const values = parse(args);
  const { home, course, lesson, renderer, port, 'public-url': publicUrl, 'parent-stdin': parentStdin } = values;
  for (const [name, folder] of Object.entries({ home, course, renderer })) {
    if (folder === '') throw new RoutewrightError('RW_HOST_OPTION', { detail: `--${name} takes a folder.` });
  }
  const number = Number(port);
  if (!/^\d+$/.test(port) || number > 65_535) throw new RoutewrightError('RW_HOST_PORT', { port });
  return {
    home: resolve(home ?? join(homedir(), '.routewright')),
    course: resolve(course ?? join(root, 'lessons')),
    lesson: lesson ?? null,
    renderer: resolve(renderer ?? join(root, 'out/renderer')),
    port: number,
    publicUrl: publicUrl === undefined ? null : readPublicUrl(publicUrl),
    parentStdin,
  };
}

/** As `parseArgs` reads them. */
export const SERVER_OPTIONS = {
  home: { type: 'string' },
  course: { type: 'string' },
  lesson: { type: 'string' },
  renderer: { type: 'string' },
  port: { type: 'string', default: '0' },
  'public-url': { type: 'string' },
  'parent-stdin': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function parse(args: string[]) {
  try {
    return parseArgs({ args, strict: true, options: SERVER_OPTIONS }).values;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new RoutewrightError('RW_HOST_OPTION', { detail }, { cause: error });
  }
}
