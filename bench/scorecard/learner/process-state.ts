import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { SandboxPool } from '../../../src/server/sandbox/pool.ts';

const POLL_MS = 2;

/** Whether no process has this id any more. One that is dead but not yet collected by its parent is gone, too. */
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return stateOf(pid) === 'Z';
  } catch {
    return true;
  }
}

/** When the process was gone, by `performance.now()`, looked at every 2 ms. Throws when it is not within `withinMs`. */
export async function untilGone(pid: number, withinMs = 20_000): Promise<number> {
  const last = performance.now() + withinMs;
  while (!isGone(pid)) {
    if (performance.now() > last) throw new Error(`Process ${pid} is not gone after ${withinMs} ms.`);
    await wait(POLL_MS);
  }
  return performance.now();
}

/** Resolves when the pool knows that its process is gone and has handed on all that it wrote. */
export async function untilCollected(pool: SandboxPool, pid: number): Promise<void> {
  while (pool.pids().includes(pid)) await wait(POLL_MS);
}

/** The most memory that a process has had resident up to now, in MiB (`VmHWM`); 0 when it is gone. Linux only. */
export function peakMiB(pid: number): number {
  return statusMiB(pid, 'VmHWM');
}

/**
 * What a process has resident now of its own, in MiB (`RssAnon`); 0 when it is gone. The pages of the program itself are
 * not in it: all processes of one Node share them. Linux only.
 */
export function ownMiB(pid: number): number {
  return statusMiB(pid, 'RssAnon');
}

function statusMiB(pid: number, field: 'VmHWM' | 'RssAnon'): number {
  const kib = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(statusOf(pid))?.[1];
  return Number(kib ?? 0) / 1024;
}

function stateOf(pid: number): string | undefined {
  return /^State:\s+(\w)/m.exec(statusOf(pid))?.[1];
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'latin1');
  } catch {
    return '';
  }
}
