import { parseArgs } from 'node:util';
import { editToLive } from './edit-to-live/edit-to-live.ts';
import { machine, versionsOf } from './machine.ts';
import { profile } from './profile/profile.ts';

const USAGE = `npm run bench -- edit-to-live [--rounds N] [--json]

  edit-to-live   from an edit to the first right answer of the new code: the workbench, node --watch, tsx watch
  --rounds N     measured edits for each (default 20)
  --json         print one JSON document
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
if (values.profile) {
  const hops = await profile(rounds, (round) => process.stderr.write(`\redit ${round}`));
  process.stderr.write('\n');
  for (const { hop, at, took, tookP95 } of hops)
    process.stdout.write(
      `${at.toFixed(1).padStart(7)}  +${took.toFixed(1).padEnd(6)} (p95 ${tookP95.toFixed(1).padEnd(6)}) ${hop}\n`,
    );
  process.exit(0);
}
if (values.help || positionals[0] !== 'edit-to-live' || !Number.isInteger(rounds) || rounds < 1) {
  process.stderr.write(USAGE);
  process.exit(values.help ? 0 : 1);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const before = await machine();
const results = await editToLive(rounds, (round) => process.stderr.write(`\redit ${round}`));
process.stderr.write('\n');
if (values.json) {
  const versions = await versionsOf(['fastify', 'zod', 'fastify-type-provider-zod', '@fastify/swagger', 'tsx']);
  const report = { bench: 'edit-to-live', at: new Date().toISOString(), unit: 'ms', rounds, machine: before, versions };
  process.stdout.write(`${JSON.stringify({ ...report, results }, null, 2)}\n`);
} else {
  for (const [name, { p50, p95, min, max }] of Object.entries(results)) {
    process.stdout.write(`${name.padEnd(14)} p50 ${p50} ms, p95 ${p95} ms (${min} to ${max})\n`);
  }
}
