import { randomBytes } from 'node:crypto';

/** A secret that nobody can guess, safe in a URL and in a header. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
