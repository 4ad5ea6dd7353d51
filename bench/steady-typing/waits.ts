import type { Hop } from '../profile/hop.ts';

/**
 * How long (ms) each edit that asked for a process waited until it, or a newer one in its place, got one. Processes for
 * checks do not count. An edit for which none came counts as Infinity.
 */
export function waitsOf(hops: readonly Hop[]): number[] {
  const own = hops.filter(({ detail }) => detail !== 'checks');
  const taken = own.filter(({ hop }) => hop === 'taken').map(({ at }) => at);
  const asked = own.filter(({ hop }) => hop === 'asked').map(({ at }) => at);
  return asked.map((at) => (taken.find((later) => later >= at) ?? Number.POSITIVE_INFINITY) - at);
}
