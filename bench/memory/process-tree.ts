import { readdir, readFile } from 'node:fs/promises';

/** Memory of some processes in MB (10^6 bytes). In `rss` what they share counts for each, in `pss` once. */
export type Memory = { processes: number; rss: number; pss: number };

/** A process and all its descendants, by /proc: Linux only. One that ends meanwhile is left out. */
export async function processTree(root: number): Promise<number[]> {
  const children = new Map<number, number[]>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    // The name in parentheses may hold anything; the parent is the second field behind it.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (stat !== '') children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found: number[] = [];
  for (let waiting = [root]; waiting.length > 0; ) {
    found.push(...waiting);
    waiting = waiting.flatMap((pid) => children.get(pid) ?? []);
  }
  return found;
}

export async function memoryOf(pids: readonly number[]): Promise<Memory> {
  const all = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => null)));
  const there = all.filter((text) => text !== null);
  const sum = (field: string) =>
    there.reduce((total, text) => total + Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1] ?? 0), 0);
  const megabytes = (kibibytes: number) => Math.round((kibibytes * 1_024) / 100_000) / 10;
  return { processes: there.length, rss: megabytes(sum('Rss')), pss: megabytes(sum('Pss')) };
}

/** Linux counts in ticks of 10 ms for programs, on every machine (USER_HZ). */
const TICK_MS = 10;

/** Processor time (ms) of these processes, and of all that they started and that has ended. */
export async function cpuOf(pids: readonly number[]): Promise<number> {
  const all = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  // utime, stime, and both of ended children: fields 14 to 17 (proc_pid_stat(5)).
  const ticks = all.map((text) =>
    text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15)
      .map(Number),
  );
  return ticks.flat().reduce((sum, count) => sum + count, 0) * TICK_MS;
}
