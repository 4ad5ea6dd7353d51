/**
 * The thread that watches the main thread of a learner process. Plain JavaScript without imports of our own: the type
 * stripper and zod would cost every process memory and time. Its reports go through a descriptor of their own, so
 * they never mix with a message that the main thread was writing.
 */
import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { mostIn, ownPlace } from './blocking-place.mjs';
import { watchHeap } from './full-heap.mjs';
import { inspectMainThread } from './inspect-main-thread.mjs';

/**
 * @typedef {{ code: string, message: string }} Failure
 * @typedef {{ beat: Int32Array, parent: number, stallMs: number, rssBytes: number, heapBytes: number, stalled: Failure, resident: Failure, heap: Failure }} Settings
 */

/** Descriptor that the server opened for the reports of this thread. */
const REPORTS = 5;
const TICK_MS = 25;
const CLOSE_TICK_MS = 5;
/** What one tick may add to a silence: a machine that slept must not look like a stall. */
const LONGEST_TICK_MS = 100;
/** How many times longer a silence may be that has another explanation; the server's heartbeat must not come first. */
const PATIENCE = 1.5;
/**
 * Finding the place is given up after this much time of a processor: native code answers nothing. The time on the clock
 * is longer where others want the processor too, and bounded in any case.
 */
const PLACE_CPU_MS = 400;
const PLACE_MS = { least: 500, most: 2_000 };
/** A thread that used between these shares of a processor was neither busy nor blocked: the machine is. */
const BUSY = 0.5;
const BLOCKED = 0.05;
/** From this share of the heap on, what holds the main thread may be V8 on its way to giving up by itself. */
const CROWDED = 0.6;

/** @type {Settings} */
const settings = workerData;
const mainThread = inspectMainThread();
const askHeap = watchHeap(mainThread.heapUsed, settings.heapBytes, () => {
  if (ending) return;
  ending = true;
  finish(settings.heap);
});

let workspace = '';
/** What the process took before it ran learner code. */
let runBytes = 0;
let lastBeat = -1;
let lastTick = performance.now();
let silentMs = 0;
let silentSince = { at: 0, cpu: 0, bytes: 0 };
let ending = false;
/** @type {NodeJS.Timeout | undefined} */
let closely;

parentPort?.on('message', (/** @type {{ workspace: string }} */ message) => {
  workspace = message.workspace;
  runBytes = process.memoryUsage.rss();
});
parentPort?.postMessage('ready');
setInterval(tick, TICK_MS);

function tick() {
  if (process.ppid !== settings.parent) end();
  if (workspace === '' || ending) return;
  if (isStalled()) {
    ending = true;
    void diagnosis().then(finish);
  } else if (isCrowded()) lookClosely();
}

/** While there is much memory in use it may be too much within one tick. */
function lookClosely() {
  clearTimeout(closely);
  if (ending || !isCrowded()) return;
  if (process.memoryUsage.rss() > settings.rssBytes) {
    ending = true;
    finish(settings.resident);
    return;
  }
  askHeap();
  closely = setTimeout(lookClosely, CLOSE_TICK_MS);
}

function isStalled() {
  const now = performance.now();
  const tickMs = Math.min(now - lastTick, LONGEST_TICK_MS);
  lastTick = now;
  const beat = Atomics.load(settings.beat, 0);
  if (beat !== lastBeat) {
    lastBeat = beat;
    silentMs = 0;
    silentSince = { at: now, cpu: cpuMs(), bytes: process.memoryUsage.rss() };
    return false;
  }
  silentMs += tickMs;
  if (silentMs < settings.stallMs) return false;
  if (silentMs > PATIENCE * settings.stallMs) return true;
  if (isCrowded()) return false;
  const share = (cpuMs() - silentSince.cpu) / (now - silentSince.at);
  return share > BUSY || share < BLOCKED;
}

function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function isCrowded() {
  return process.memoryUsage.rss() - runBytes > CROWDED * settings.heapBytes;
}

/** Resolves when nothing more can be expected of the main thread. */
async function patience() {
  const start = { at: performance.now(), cpu: cpuMs() };
  for (let ms = 0; ms < PLACE_MS.most; ms = performance.now() - start.at) {
    await wait(TICK_MS);
    const cpu = cpuMs() - start.cpu;
    if (ms > PLACE_MS.least && cpu > PLACE_CPU_MS) return;
  }
}

/** What holds the main thread, with its place: a loop, or the search for memory when the heap is full. */
async function diagnosis() {
  tell({ type: 'pong' });
  const { profile, stacks } = await mainThread.look(patience());
  const collects = !profile || mostIn(profile, '(garbage collector)');
  const grew = process.memoryUsage.rss() - silentSince.bytes > CROWDED * settings.heapBytes;
  if (isCrowded() && (collects || grew)) return settings.heap;
  return { ...settings.stalled, ...ownPlace(workspace, stacks, profile) };
}

/**
 * A `pong` makes the server wait for what follows.
 *
 * @param {{ type: 'pong' } | { type: 'failed', failure: object }} message
 */
function tell(message) {
  writeSync(REPORTS, `${JSON.stringify(message)}\n`);
}

/** @param {object} failure */
function finish(failure) {
  try {
    tell({ type: 'failed', failure });
  } finally {
    end();
  }
}

function end() {
  process.kill(process.pid, 'SIGKILL');
}
