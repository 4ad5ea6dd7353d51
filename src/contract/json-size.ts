/** What a JSON value may be at most. */
export type JsonLimits = {
  /** Values altogether, of whatever kind. */
  parts: number;
  /** Objects and arrays inside one another. */
  depth: number;
};

/**
 * Whether a value that came out of JSON.parse keeps to the limits. Looks at no more parts than are allowed, and never
 * calls itself: it is for values that nobody has looked at yet.
 */
export function isWithin(value: unknown, { parts, depth }: JsonLimits): boolean {
  let level: unknown[] = [value];
  let seen = 0;
  for (let deep = 0; level.length > 0; deep += 1) {
    seen += level.length;
    if (seen > parts || deep > depth) return false;
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue;
      for (const part of Object.values(one)) next.push(part);
      if (seen + next.length > parts) return false;
    }
    level = next;
  }
  return true;
}
