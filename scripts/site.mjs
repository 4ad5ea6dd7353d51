/** npm run site: sets up what is missing, then builds the docs site or serves it while one writes. Runs on any Node >= 20.19. */
import { join } from 'node:path';
import { ensureDependencies, ensureSitePackages, SITE } from './setup/dependencies.mjs';
import { pinnedNode, projectEnv } from './setup/pinned-node.mjs';
import { endWithTheTerminal, run } from './setup/run.mjs';
import { runMain } from './setup/say.mjs';
import { readSiteOptions, requireCourse, SITE_HELP } from './setup/site-options.mjs';

await runMain(async () => {
  const options = readSiteOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (options.help) {
    process.stdout.write(`${SITE_HELP}\n`);
    return 0;
  }
  requireCourse(options.env);
  endWithTheTerminal();
  await ensureDependencies();
  await ensureSitePackages();
  const astro = join(SITE, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const args = options.watch ? ['dev', '--host', '127.0.0.1', '--port', String(options.port)] : ['build'];
  const { code } = await run(pinnedNode(), [astro, ...args], {
    cwd: SITE,
    env: { ...projectEnv(), ASTRO_TELEMETRY_DISABLED: '1', ...options.env },
    onLine: (line) => process.stdout.write(`${line}\n`),
  });
  return code;
});
