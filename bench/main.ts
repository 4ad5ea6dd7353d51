import type { Bench, BenchResult } from './bench.ts';
import { BENCHES } from './benches.ts';
import { machine, versionsOf } from './machine.ts';
import { type Options, readOptions, usageOf } from './options.ts';
import { hopsText, markdownRows, resultText } from './print.ts';
import { profile } from './profile/profile.ts';

const PACKAGES = ['fastify', 'zod', 'monaco-editor', 'playwright', 'tsx'];

function options(): Options {
  try {
    return readOptions(process.argv.slice(2), BENCHES);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${usageOf(BENCHES)}`);
    process.exit(1);
  }
}

const { benches, rounds, quick, json, markdown, profile: profiled, help } = options();
if (help) {
  process.stdout.write(usageOf(BENCHES));
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** What is under way, for a person who watches. */
function note(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

async function run(bench: Bench): Promise<BenchResult & { rounds: number; seconds: number }> {
  const count = rounds ?? (quick ? bench.rounds.quick : bench.rounds.full);
  const start = performance.now();
  const result = await bench.measure({ rounds: count, quick, note: (text) => note(`${bench.name}: ${text}`) });
  note('');
  return { rounds: count, seconds: Math.round((performance.now() - start) / 1_000), ...result };
}

const before = await machine();
const about = async () => ({
  at: new Date().toISOString(),
  quick,
  machine: before,
  versions: { node: process.versions.node, ...(await versionsOf(PACKAGES)) },
});

let failed = false;
if (profiled) {
  const hops = await profile(rounds ?? (quick ? 5 : 30), (round) => note(`edit ${round}`));
  note('');
  process.stdout.write(json ? `${JSON.stringify({ profile: hops, ...(await about()) }, null, 2)}\n` : hopsText(hops));
} else {
  const results: Record<string, unknown> = {};
  for (const bench of benches) {
    try {
      const result = await run(bench);
      results[bench.name] = result;
      if (!json) process.stdout.write((markdown ? markdownRows : resultText)(bench, result));
    } catch (error) {
      // One that cannot be measured must not take the others with it.
      failed = true;
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      results[bench.name] = { error: detail };
      process.stderr.write(`\n${bench.name} could not be measured: ${detail}\n`);
    }
  }
  if (json) process.stdout.write(`${JSON.stringify({ ...(await about()), benches: results }, null, 2)}\n`);
}
// A figure that misses its target is told, not an error: another machine, or a busy one, has other figures.
process.exitCode = failed ? 1 : 0;
