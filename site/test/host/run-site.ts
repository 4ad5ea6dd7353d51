import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SITE = fileURLToPath(new URL('../..', import.meta.url));
const ASTRO = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));

/** Starts Astro on the site as `npm run site` does; `env` is what site/src/place.ts reads. */
export function startAstro(args: string[], env: Record<string, string>) {
  return spawn(process.execPath, [ASTRO, ...args], {
    cwd: SITE,
    // What the test runner sets would make Astro take itself for one of its tests.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Builds the site; answers how long it took, in seconds. Throws with Astro's last lines when it fails. */
export async function buildSite(env: Record<string, string>): Promise<number> {
  const began = performance.now();
  const child = startAstro(['build'], env);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0)
    throw new Error(`The site does not build (exit ${code}).\n${output.split('\n').slice(-40).join('\n')}`);
  return (performance.now() - began) / 1000;
}
