const taken = new Set<number>();

/**
 * Takes a port on which this program or one of its learner processes listens; returns what gives it back, or undefined
 * when another one has it: then whoever names it does not say the truth.
 */
export function takePort(port: number): (() => void) | undefined {
  if (taken.has(port)) return undefined;
  taken.add(port);
  return () => taken.delete(port);
}
