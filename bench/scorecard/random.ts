/** Choices that look random and are the same for the same seed. */
export type Random = {
  /** In [0, 1). */
  next(): number;
  /** True in `share` of all cases. */
  chance(share: number): boolean;
  /** From 0 to `below`, a whole number. */
  whole(below: number): number;
  pick<T>(from: readonly T[]): T;
};

/** The mulberry32 generator. */
export function randomOf(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number) => Math.floor(next() * below);
  return {
    next,
    whole,
    chance: (share) => next() < share,
    pick<T>(from: readonly T[]): T {
      const picked = from[whole(from.length)];
      if (picked === undefined) throw new Error('There is nothing to pick from.');
      return picked;
    },
  };
}
