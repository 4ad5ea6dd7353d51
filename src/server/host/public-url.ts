import { z } from 'zod';
import { RoutewrightError } from '../../contract/errors.ts';

/** The address under which a reverse proxy offers this workbench. */
export type PublicUrl = {
  /** As browsers send it in `Origin`. */
  origin: string;
  /** As browsers send it in `Host`: without the port where that is the scheme's own. */
  host: string;
  /** `/` or a path such as `/alice/`: slashes at both ends. */
  base: string;
  /** Whether it names this machine's loopback: then the browser runs here. */
  isLoopback: boolean;
};

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
/** Nothing that a cookie's path, a header or a route could read in another way. */
const PLAIN_PATH = /^(\/[\w~-][\w.~-]*)*\/$/;

const Address = z
  .url({ protocol: /^https?$/, error: 'it is no http or https address' })
  .transform((text) => {
    const url = new URL(text);
    return Object.assign(url, { base: url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/` });
  })
  .refine(({ protocol, hostname }) => protocol === 'https:' || LOOPBACK.includes(hostname), {
    error: 'only https keeps the sign-in of a remote browser secret; http is for 127.0.0.1 and localhost',
  })
  .refine(({ username, password, search, hash }) => `${username}${password}${search}${hash}` === '', {
    error: 'it must end with its path, and carry no name or password',
  })
  .refine(({ base }) => PLAIN_PATH.test(base), {
    error: 'its path may hold letters, digits and - _ . ~ only',
  });

/** Reads the address of `--public-url`; a slash at its end may be left out. Throws RW_HOST_PUBLIC_URL, which says why. */
export function readPublicUrl(text: string): PublicUrl {
  const read = Address.safeParse(text);
  if (!read.success) {
    throw new RoutewrightError('RW_HOST_PUBLIC_URL', { url: text, detail: read.error.issues[0]?.message ?? '' });
  }
  const { origin, host, hostname, base } = read.data;
  return { origin, host, base, isLoopback: LOOPBACK.includes(hostname) };
}
