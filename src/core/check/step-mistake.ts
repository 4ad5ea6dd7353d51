/** A mistake of a check that its schema cannot see. `path` leads to the place inside the check. */
export type CheckMistake = { path: (string | number)[]; detail: string; expected?: string; nearest?: string };

export function mistake(path: (string | number)[], detail: string, expected?: string, nearest?: string): CheckMistake {
  return { path, detail, ...(expected !== undefined && { expected }), ...(nearest !== undefined && { nearest }) };
}
