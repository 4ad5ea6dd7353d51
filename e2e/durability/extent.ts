/** DURABILITY=short: fewer of everything, in the time that `npm test` has for it. */
export const SHORT = process.env.DURABILITY === 'short';

/** From DURABILITY_SEED, or a new one; it is printed, so that a run can be repeated. */
export const SEED = Number(process.env.DURABILITY_SEED ?? Math.floor(Math.random() * 2 ** 31));
