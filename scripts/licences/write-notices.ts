/** npm run notices: writes THIRD-PARTY-NOTICES.txt from what is installed, here and in site/. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, ensureSitePackages } from '../setup/dependencies.mjs';
import { ROOT } from '../setup/pinned-node.mjs';
import { runMain, say } from '../setup/say.mjs';
import { noticesOf } from './notices.ts';
import { shippedPackages } from './shipped.ts';

await runMain(async () => {
  await ensureDependencies();
  await ensureSitePackages();
  const packages = shippedPackages();
  writeFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.txt'), noticesOf(packages));
  say(`THIRD-PARTY-NOTICES.txt names ${packages.length} packages.`);
  return 0;
});
