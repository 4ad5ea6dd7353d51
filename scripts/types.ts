/** Type-checks every environment (tsconfig/*.json), two at a time. Exit 1 when one has errors. */
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const configs = (await readdir(join(root, 'tsconfig'))).filter((name) => name.endsWith('.json')).sort();

/** Output of tsc for one configuration; empty when there is nothing wrong. */
function check(config: string): Promise<string> {
  const buildInfo = join(root, '.cache/types', `${config}.tsbuildinfo`);
  const args = ['-p', join('tsconfig', config), '--incremental', '--tsBuildInfoFile', buildInfo, '--pretty', 'false'];
  const child = spawn(process.execPath, [tsc, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((resolve) => {
    child.on('close', (code) => resolve(code === 0 ? '' : output || `tsc ended with ${code}\n`));
  });
}

const waiting = [...configs];
let failed = 0;
async function work(): Promise<void> {
  for (let config = waiting.shift(); config !== undefined; config = waiting.shift()) {
    const output = await check(config);
    if (output !== '') failed += 1;
    console.log(`${output === '' ? 'ok    ' : 'failed'} ${config}`);
    if (output !== '') process.stdout.write(output);
  }
}
await Promise.all(Array.from({ length: Math.min(availableParallelism(), configs.length) }, work));
process.exitCode = failed === 0 ? 0 : 1;
