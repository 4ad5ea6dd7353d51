import type { Random } from '../random.ts';
import { hostileValue } from './hostile-values.ts';

/**
 * A copy of an honest object that is wrong in at least one way whatever the dice say: it has a key that nobody knows, or
 * lacks one, or is not an object any more. Beyond that, some of its values are hostile.
 * Optional keys are never the one that is taken away: that would leave it right.
 */
export function spoil(honest: Record<string, unknown>, optional: readonly string[], random: Random): unknown {
  const spoilt: Record<string, unknown> = { ...honest };
  for (const key of Object.keys(spoilt)) if (random.chance(0.4)) spoilt[key] = hostileValue(random);
  const needed = Object.keys(honest).filter((key) => !optional.includes(key));
  switch (random.whole(4)) {
    case 0: {
      if (needed.length === 0) return [spoilt];
      delete spoilt[random.pick(needed)];
      return spoilt;
    }
    case 1:
      return random.pick<unknown>([[spoilt], null, 'input', 7, [], JSON.stringify(spoilt)]);
    case 2:
      Object.defineProperty(spoilt, '__proto__', { value: { admin: true }, enumerable: true });
      spoilt.unknown = hostileValue(random);
      return spoilt;
    default:
      spoilt[random.pick(['hostile', 'constructor', 'prototype', 'sessionid', 'SessionId', '', '$', 'toString'])] =
        hostileValue(random);
      return spoilt;
  }
}
