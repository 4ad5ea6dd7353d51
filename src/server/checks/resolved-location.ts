import type { ReceivedResponse } from '../../contract/evidence.ts';

/** Absolute addresses, and paths from the root. */
const LEADS_BY_ITSELF = /^(\/|[a-z][a-z0-9+.-]*:)/i;

/**
 * The answer with a Location that later requests can follow: one that is relative is resolved against `path`, the path
 * of the request that was answered (RFC 9110, section 10.2.2). Every other answer stays as it is.
 */
export function withResolvedLocation(response: ReceivedResponse, path: string): ReceivedResponse {
  const headers = Object.entries(response.headers).map(([name, value]) => [
    name,
    name.toLowerCase() === 'location' ? resolved(value, path) : value,
  ]);
  return { ...response, headers: Object.fromEntries(headers) };
}

function resolved(location: string, path: string): string {
  if (LEADS_BY_ITSELF.test(location)) return location;
  const base = URL.parse(path, 'http://api.invalid');
  const url = base && URL.parse(location, base);
  return url ? url.pathname + url.search + url.hash : location;
}
