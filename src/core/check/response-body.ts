import type { ReceivedResponse } from '../../contract/evidence.ts';
import type { Json } from '../../contract/ids.ts';
import { isFlat } from '../../contract/json-size.ts';

/** Levels of a body; nobody writes more, and reading more would take long. */
const DEEPEST = 1_000;

/** The body as JSON, or why it is none. An empty body is `undefined` without a problem. */
export function parseBody(body: string): { json: Json | undefined; problem: string | null } {
  if (body.trim() === '') return { json: undefined, problem: null };
  if (!isFlat(body, DEEPEST)) return { json: undefined, problem: 'nested too deeply' };
  try {
    return { json: JSON.parse(body) as Json, problem: null };
  } catch {
    return { json: undefined, problem: 'not JSON' };
  }
}

/** A header by its name, whatever its case. */
export function headerOf(response: ReceivedResponse, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [key, value] of Object.entries(response.headers)) if (key.toLowerCase() === wanted) return value;
  return undefined;
}
