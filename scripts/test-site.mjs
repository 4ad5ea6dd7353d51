/**
 * npm run test:site: sets up what is missing, type-checks the site, builds it once and tests what was built. Options go
 * on to vitest. Runs on any Node >= 20.19.
 */
import { join } from 'node:path';
import { ensureChromium } from './setup/chromium.mjs';
import { ensureDependencies, ensureSitePackages, SITE } from './setup/dependencies.mjs';
import { pinnedNode, projectEnv, ROOT } from './setup/pinned-node.mjs';
import { endWithTheTerminal, run } from './setup/run.mjs';
import { runMain } from './setup/say.mjs';

await runMain(async () => {
  endWithTheTerminal();
  await ensureDependencies();
  await ensureSitePackages();
  const env = { ...projectEnv(), ASTRO_TELEMETRY_DISABLED: '1', CHROMIUM_PATH: await ensureChromium() };
  const steps = [
    // Astro writes the types of the collections first, then checks.
    { cwd: SITE, args: [join(SITE, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'check'] },
    {
      cwd: ROOT,
      args: [
        join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
        ...['run', '--config', join(SITE, 'test', 'vitest.config.ts'), ...process.argv.slice(2)],
      ],
    },
  ];
  for (const { cwd, args } of steps) {
    const onLine = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
    const { code } = await run(pinnedNode(), args, { cwd, env, onLine });
    if (code !== 0) return code;
  }
  return 0;
});
