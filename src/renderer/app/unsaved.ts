type Waiting = { text: string; revision: number };

const waiting = new Map<string, Waiting>();

/** The edits that the server has not confirmed yet, newest text per path. */
export const unsaved = {
  set(path: string, entry: Waiting): void {
    waiting.set(path, entry);
  },
  first(): [string, Waiting] | undefined {
    return waiting.entries().next().value;
  },
  /** Forgets the path unless a newer text came in meanwhile. */
  saved(path: string, revision: number): void {
    const entry = waiting.get(path);
    if (entry && entry.revision <= revision) waiting.delete(path);
  },
  paths(): ReadonlySet<string> {
    return new Set(waiting.keys());
  },
  clear(): void {
    waiting.clear();
  },
};
