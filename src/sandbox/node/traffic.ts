import type { Traffic } from '../../contract/sandbox.ts';
import { report } from './report.ts';
import { bracePath } from './route-path.ts';

/** One report each 100 ms, however many requests there were; above the cap they are counted only. */
const BATCH_MS = 100;
const ENTRIES_PER_BATCH = 1_000;
const CHARS_PER_BATCH = 128 * 1024;

let entries: Traffic[] = [];
let chars = 0;
let dropped = 0;
let waiting = false;
let recording = false;

/** Traffic before this (the rehearsal's) is nobody's business. */
export function startRecording(): void {
  recording = true;
}

export function recordTraffic(answered: Omit<Traffic, 'route'> & { pattern: string | undefined }): void {
  if (!recording) return;
  if (entries.length >= ENTRIES_PER_BATCH || chars >= CHARS_PER_BATCH) {
    dropped += 1;
    return;
  }
  const { pattern, ...entry } = answered;
  const url = entry.url.slice(0, 2_000);
  const method = entry.method.slice(0, 16);
  const route = pattern === undefined ? undefined : bracePath(pattern).slice(0, 2_000);
  chars += url.length + (route?.length ?? 0);
  entries.push({ ...entry, url, method, route });
  if (waiting) return;
  waiting = true;
  setTimeout(send, BATCH_MS).unref();
}

/** What waits to be reported is of a program that has ended. */
export function forgetTraffic(): void {
  recording = false;
  entries = [];
  chars = 0;
  dropped = 0;
}

function send(): void {
  waiting = false;
  report({ type: 'traffic', entries, dropped });
  entries = [];
  chars = 0;
  dropped = 0;
}
