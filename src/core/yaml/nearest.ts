import { closest, distance } from 'fastest-levenshtein';

/** The known name nearest to what was written, if it is near enough to be meant: at most a third of it differs, or 2. */
export function nearestName(written: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || written === '') return undefined;
  const lower = written.toLowerCase();
  const best = known.find((name) => name.toLowerCase() === lower) ?? closest(written, [...known]);
  const far = distance(lower, best.toLowerCase());
  return far <= Math.max(2, Math.floor(written.length / 3)) && far < Math.max(written.length, best.length)
    ? best
    : undefined;
}
