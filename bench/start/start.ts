import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureBuild } from '../../scripts/setup/build.mjs';
import { pinnedNode, ROOT } from '../../scripts/setup/pinned-node.mjs';
import { READY_LINE } from '../../src/contract/ready-line.ts';
import { atMost, type Bench, type BenchOptions, type BenchResult } from '../bench.ts';
import { figuresOf } from '../figures.ts';

/** Starts before the measured ones. */
const WARM_UP = 1;

/** From the command to the ready line, after set-up: as a person types it, without npm, and the server alone. */
export const start: Bench = {
  name: 'start',
  about: 'from npm start to the ready line, after set-up',
  rounds: { full: 10, quick: 2 },
  measure,
};

async function measure({ rounds, note }: BenchOptions): Promise<BenchResult> {
  note('building');
  await ensureBuild();
  const home = await mkdtemp(join(tmpdir(), 'routewright-start-'));
  const host = ['--browser', '--no-open', '--home', home];
  const commands = [
    { name: 'npm start', command: [...npmCommand(), 'start', '--', ...host] },
    { name: 'node scripts/start.mjs', command: [userNode(), 'scripts/start.mjs', ...host] },
    { name: 'node src/server/main.ts', command: [pinnedNode(), 'src/server/main.ts', '--home', home, '--port', '0'] },
  ];
  const samples = new Map(commands.map(({ name }): [string, number[]] => [name, []]));
  try {
    for (let round = 1; round <= WARM_UP + rounds; round += 1) {
      for (const { name, command } of commands) {
        const ms = await untilReady(command);
        if (round > WARM_UP) samples.get(name)?.push(ms);
      }
      note(`start ${round}`);
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
  const series = Object.fromEntries([...samples].map(([name, values]) => [name, figuresOf(values)]));
  return { series, judged: [atMost('npm start: p50', series['npm start']?.p50 ?? Number.NaN, 1_500, 'ms')] };
}

/** The Node and the npm of whoever started the benchmark, not the project's own. */
function userNode(): string {
  return process.env.npm_node_execpath ?? pinnedNode();
}

function npmCommand(): string[] {
  return process.env.npm_execpath ? [userNode(), process.env.npm_execpath] : ['npm'];
}

/** Starts the command, waits for its ready line, and ends it and all that it started. */
async function untilReady([program = '', ...args]: string[]): Promise<number> {
  const began = performance.now();
  const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  const closed = once(child, 'close');
  let ms = Number.NaN;
  for await (const line of createInterface({ input: child.stdout })) {
    if (!READY_LINE.test(line)) continue;
    ms = performance.now() - began;
    process.kill(-(child.pid ?? 0), 'SIGTERM');
  }
  await closed;
  if (Number.isNaN(ms)) throw new Error(`${program} ${args.join(' ')} ended before it served.`);
  return ms;
}
