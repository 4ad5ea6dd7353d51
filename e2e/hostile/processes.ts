import { execFileSync } from 'node:child_process';

export type Process = { pid: number; parent: number; group: number };

/** Every process of this machine. */
function processes(): Process[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,pgid='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => {
    const [pid = 0, parent = 0, group = 0] = line.trim().split(/\s+/).map(Number);
    return { pid, parent, group };
  });
}

/** The processes that `server` started itself: each leads a group of its own. */
export function childrenOf(server: number): Process[] {
  return processes().filter(({ parent }) => parent === server);
}

/** Processes that belong to groups of learner processes but are not those themselves: something that one of them started. */
export function straysOf(server: number, groups: ReadonlySet<number>): Process[] {
  return processes().filter(({ pid, parent, group }) => groups.has(group) && !(pid === group && parent === server));
}
