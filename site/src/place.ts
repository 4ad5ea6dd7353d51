import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { SITE_FOLDER } from './site-folder.ts';

const Environment = z.object({
  /** Where the site will stand: scheme and host. The default is a name that nobody owns (RFC 2606). */
  SITE_URL: z.url({ protocol: /^https?$/ }).default('https://routewright.example'),
  /** The path below which it will stand, with a slash at both ends. */
  SITE_BASE: z
    .string()
    .regex(/^\/([\w.~-]+\/)*$/)
    .default('/'),
  /** The folder it is built into. */
  SITE_OUT: z.string().default(join(SITE_FOLDER, '../out/site/')),
  /** The course that is shown. */
  SITE_COURSE: z.string().default(join(SITE_FOLDER, '../lessons/')),
  /** The address at which a file of the repository is edited, up to and with the branch and a slash. Empty: no edit links. */
  SITE_EDIT_URL: z.string().default(''),
});

const environment = Environment.parse(process.env);

/** Where the site is built to and where it will be served from, from the environment that `npm run site` sets. */
export const place = {
  url: environment.SITE_URL,
  base: environment.SITE_BASE,
  out: environment.SITE_OUT,
  /** The name of a build: that of a folder it is built into. Builds of different folders may run side by side. */
  build: nameOf(environment.SITE_OUT),
  /** What a build keeps for the next one. */
  cache: join(SITE_FOLDER, `../.cache/site-${nameOf(environment.SITE_OUT)}/`),
  course: environment.SITE_COURSE,
  edit: environment.SITE_EDIT_URL || null,
};

function nameOf(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 12);
}
