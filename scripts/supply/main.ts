/**
 * A step of npm test: what is shipped may be shipped, the notices are up to date, and the installed packages are signed.
 * Exit code 1 when one of it is not so, 75 (sysexits: try again) when only the registry could not be asked.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../setup/dependencies.mjs';
import { pinnedNode, projectEnv, ROOT } from '../setup/pinned-node.mjs';
import { endWithTheTerminal, run } from '../setup/run.mjs';
import { type Judgement, judgeSignatures } from './judge-signatures.ts';

const LIMIT_MS = 180_000;
/** One attempt: where there is no network, that is known at once and waiting changes nothing. */
const SIGNATURES = ['audit', 'signatures', '--json', '--loglevel=silent', '--fetch-retries=0', '--fetch-timeout=20000'];

endWithTheTerminal();
const site = join(ROOT, 'site');
const [licences, ...judgements] = await Promise.all([
  run(pinnedNode(), [join(ROOT, 'scripts/licences/main.ts'), '--check'], { cwd: ROOT, env: projectEnv() }),
  signatures('', ROOT),
  ...(existsSync(join(site, 'node_modules')) ? [signatures(' of the site', site)] : []),
]);
process.stdout.write(licences.output);
const wrong = licences.code !== 0 || judgements.some(({ state }) => state === 'wrong');
process.exitCode = wrong ? 1 : judgements.some(({ state }) => state === 'unasked') ? 75 : 0;

async function signatures(whose: string, folder: string): Promise<Judgement> {
  const { code, output } = await npm(SIGNATURES, folder, LIMIT_MS);
  const judgement: Judgement =
    code === 124 ? { state: 'unasked', why: `no answer within ${LIMIT_MS / 1000} s` } : judgeSignatures(output);
  if (judgement.state === 'right') console.log(`Every package${whose} has the signature of its registry.`);
  else if (judgement.state === 'wrong') console.log(judgement.lines.join('\n'));
  else
    console.log(
      `Skipped: the signatures of the packages${whose}, since the registry did not answer (${judgement.why}).`,
    );
  return judgement;
}
