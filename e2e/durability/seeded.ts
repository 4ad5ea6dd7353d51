/** Chance that can be repeated. */
export type Chance = {
  /** From 0 to below `end`, whole. */
  below(end: number): number;
  /** True one time in `times`. */
  oneIn(times: number): boolean;
  /** One of the list, which is not empty. */
  pick<T>(list: readonly [T, ...T[]]): T;
};

/** The same seed (a whole number) gives the same numbers (mulberry32). */
export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return { below, oneIn: (times) => below(times) === 0, pick: (list) => list[below(list.length)] ?? list[0] };
}
