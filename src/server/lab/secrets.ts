import { randomBytes } from 'node:crypto';

/** As long as the output of SHA-256, which RFC 7518 (section 3.2) asks of a key for HS256. */
const BYTES = 32;

/** A new random value for each name, in letters that need no quoting anywhere. */
export function secretValues(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, randomBytes(BYTES).toString('base64url')]));
}
