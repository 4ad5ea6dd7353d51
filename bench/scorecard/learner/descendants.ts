import { readdirSync, readFileSync } from 'node:fs';

/** Ids of the processes that `pid` started, and those that they started. Linux only. */
export function descendantsOf(pid: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .map(Number)
      .filter(Number.isInteger)
      .flatMap((id): [number, number][] => {
        const parent = parentOf(id);
        return parent === undefined ? [] : [[id, parent]];
      }),
  );
  const found = [pid];
  for (const of of found) found.push(...[...parents].flatMap(([id, parent]) => (parent === of ? [id] : [])));
  return found.slice(1);
}

function parentOf(pid: number): number | undefined {
  try {
    // The name in brackets may hold spaces and brackets itself.
    const [, parent] = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
    return Number(parent);
  } catch {
    return undefined;
  }
}
