import { join } from 'node:path';
import { ROOT } from '../../scripts/setup/pinned-node.mjs';
import { absent, atLeast, atMost, type Bench, type BenchOptions, type BenchResult, type Judged } from '../bench.ts';
import { type Figures, figuresOf } from '../figures.ts';
import { installPeers, type Peers } from '../peers/peers.ts';
import type { Contender } from './contender.ts';
import { startWatcher } from './watcher.ts';
import { startWorkbench } from './workbench.ts';

const TSX = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');

/** Edits before the measured ones, for each contender. */
const WARM_UP = 2;

/** How many times faster the workbench should be, by peer. */
const RATIOS = { 'node --watch': 15, 'bun --watch': 5 };

/**
 * From an edit to the first right answer of the new code, in ms: the workbench through its server's API, beside
 * commands that watch the same file. One run, one edit of each in turn; what one does meets none of the others.
 */
export const editToLive: Bench = {
  name: 'edit-to-live',
  about: 'from an edit to the first right answer of the new code',
  rounds: { full: 25, quick: 5 },
  measure,
};

async function measure({ rounds, note }: BenchOptions): Promise<BenchResult> {
  const peers = await installPeers(note);
  note('starting everyone');
  const contenders = await startAll(peers);
  const samples = new Map(contenders.map(({ name }): [string, number[]] => [name, []]));
  try {
    for (let edit = 1; edit <= WARM_UP + rounds; edit += 1) {
      for (const contender of contenders) {
        const start = performance.now();
        await contender.edit(edit);
        const ms = performance.now() - start;
        if (edit > WARM_UP) samples.get(contender.name)?.push(ms);
        await contender.settle();
      }
      note(`edit ${edit}`);
    }
  } finally {
    await Promise.all(contenders.map((contender) => contender.close()));
  }
  const series = Object.fromEntries([...samples].map(([name, values]) => [name, figuresOf(values)]));
  return { series, judged: judge(series, peers), versions: peers.versions };
}

async function startAll({ bun, nodemon }: Peers): Promise<Contender[]> {
  const node = process.execPath;
  const commands: [string, string[]][] = [
    ['node --watch', [node, '--watch']],
    ...(bun ? [['bun --watch', [bun, '--watch', '--no-clear-screen']] as [string, string[]]] : []),
    ['tsx watch', [node, TSX, 'watch', '--clear-screen=false']],
    ...(nodemon ? [['nodemon + tsx', nodemonCommand(node, nodemon)] as [string, string[]]] : []),
  ];
  const started: Contender[] = [];
  try {
    started.push(await startWorkbench());
    for (const [name, command] of commands) started.push(await startWatcher(name, command));
    return started;
  } catch (error) {
    await Promise.all(started.map((contender) => contender.close()));
    throw error;
  }
}

function nodemonCommand(node: string, nodemon: string): string[] {
  return [node, nodemon, '--quiet', '--watch', 'src', '--ext', 'ts', '--exec', `"${node}" "${TSX}"`];
}

function judge(series: Record<string, Figures>, { why }: Peers): Judged[] {
  const own = series.routewright;
  if (!own) throw new Error('The workbench was not measured.');
  const ratios = Object.entries(RATIOS).map(([name, least]) => {
    const peer = series[name];
    const figure = `faster than ${name}`;
    return peer ? atLeast(figure, peer.p50 / own.p50, least, 'times') : absent(figure, `>= ${least} times`, why);
  });
  return [atMost('p50', own.p50, 30, 'ms'), atMost('p95', own.p95, 80, 'ms'), ...ratios];
}
