import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Figures, figuresOf } from '../figures.ts';
import { startWatcher } from './watcher.ts';
import { startWorkbench } from './workbench.ts';

const TSX = path.join(fileURLToPath(new URL('../../node_modules', import.meta.url)), 'tsx', 'dist', 'cli.mjs');

/** Edits before the measured ones, for each contender. */
const WARM_UP = 2;

/**
 * From an edit to the first right answer of the new code, in ms: the workbench through its server's API, beside
 * commands that watch the same file. One run, one edit of each in turn; what one does meets none of the others.
 */
export async function editToLive(rounds: number, onRound: (round: number) => void): Promise<Record<string, Figures>> {
  const contenders = [
    await startWorkbench(),
    await startWatcher('node --watch', [process.execPath, '--watch']),
    await startWatcher('tsx watch', [process.execPath, TSX, 'watch', '--clear-screen=false']),
  ];
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
      onRound(edit);
    }
  } finally {
    await Promise.all(contenders.map((contender) => contender.close()));
  }
  return Object.fromEntries([...samples].map(([name, values]) => [name, figuresOf(values)]));
}
