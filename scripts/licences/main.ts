/**
 * npm run licenses: the packages that reach a user, by licence; exit code 1 when one may not be shipped or the notices are
 * out of date. With --check only what is wrong is printed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../setup/pinned-node.mjs';
import { whyNotAllowed } from './allowed.ts';
import { staleNotices } from './notices.ts';
import { idOf, shippedPackages } from './shipped.ts';

const { check } = parseArgs({ options: { check: { type: 'boolean' } } }).values;
const packages = shippedPackages();
if (!check)
  for (const [licence, those] of Map.groupBy(packages, (found) => found.licence))
    console.log(`${licence || 'no licence'} (${those.length})\n  ${those.map(idOf).join(', ')}`);

const refused = packages.map(whyNotAllowed).filter((why) => why !== null);
const stale = staleNotices(readFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.txt'), 'utf8'), packages);
for (const line of [...refused, ...stale]) console.error(line);
if (refused.length > 0) console.error('What may be shipped, and why, is in scripts/licences/allowed.ts.');
if (stale.length > 0) console.error('npm run notices writes the notices anew.');
if (refused.length + stale.length === 0)
  console.log(`${packages.length} packages are shipped; each licence is allowed.`);
else process.exitCode = 1;
