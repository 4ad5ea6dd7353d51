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

/** Texts below it are read in no time, however they are nested. */
const SMALL_CHARS = 16 * 1024;

/**
 * Whether a text, if it is JSON, nests objects and arrays at most `depth` deep. To ask before JSON.parse: for a megabyte of
 * brackets that takes a hundred times longer than for other texts, and nothing can interrupt it.
 */
export function isFlat(text: string, depth: number): boolean {
  if (text.length < SMALL_CHARS) return true;
  let deep = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (inText) {
      if (char === BACKSLASH) at += 1;
      else if (char === QUOTE) inText = false;
    } else if (char === QUOTE) inText = true;
    else if (char === BRACKET || char === BRACE) {
      deep += 1;
      if (deep > depth) return false;
    } else if (char === BRACKET + 2 || char === BRACE + 2) deep -= 1;
  }
  return true;
}

const [QUOTE, BACKSLASH, BRACKET, BRACE] = [0x22, 0x5c, 0x5b, 0x7b];
