/**
 * Preloaded into a workbench server that a test measures: how long its event loop was held up at most. Time in which
 * the machine ran something else does not count, so a turn costs the lesser of its lateness and the thread's own time.
 */
const TICK_MS = 10;

let last = { at: performance.now(), cpu: threadMs() };
let longest = 0;

setInterval(() => {
  const now = { at: performance.now(), cpu: threadMs() };
  longest = Math.max(longest, Math.min(now.at - last.at - TICK_MS, now.cpu - last.cpu));
  last = now;
}, TICK_MS).unref();

process.on('message', () => {
  process.send?.({ longestMs: Math.round(longest * 10) / 10 });
  longest = 0;
});
process.channel?.unref();

function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
