const taken = new Set<number>();

/**
 * Takes ports on which this program or one of its learner processes listens; returns what gives them back, or undefined
 * when another one has one of them: then whoever names it does not say the truth.
 */
export function takePorts(ports: readonly number[]): (() => void) | undefined {
  const releases: (() => void)[] = [];
  const releaseAll = () => {
    for (const release of releases) release();
  };
  for (const port of ports) {
    const release = takePort(port);
    if (!release) {
      releaseAll();
      return undefined;
    }
    releases.push(release);
  }
  return releaseAll;
}

/** The same for one port. */
export function takePort(port: number): (() => void) | undefined {
  if (taken.has(port)) return undefined;
  taken.add(port);
  return () => taken.delete(port);
}
