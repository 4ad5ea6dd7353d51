import type { Json } from '../../contract/ids.ts';
import { cut } from '../wording/cut.ts';

/** A JSON value in one line for a person, at most `limit` characters. A missing value reads "nothing". */
export function showJson(value: Json | undefined, limit = 200): string {
  if (value === undefined) return 'nothing';
  try {
    return cut(JSON.stringify(value), limit);
  } catch {
    return 'a value that is nested too deeply to show';
  }
}
