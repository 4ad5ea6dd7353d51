/**
 * npm run changelog: writes the section of the coming release into CHANGELOG.md, from the commits.
 * `--print 0.1.0` prints what stands in the section of a release, and writes nothing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readChangelog } from '../../src/core/changelog/read-changelog.ts';
import { ROOT } from '../setup/pinned-node.mjs';
import { runMain, Stop, say } from '../setup/say.mjs';
import { writeChangelog } from './release.ts';

await runMain(async () => {
  const { print } = parseArgs({ options: { print: { type: 'string' } } }).values;
  if (print === undefined) {
    const version = await writeChangelog(ROOT, new Date().toISOString().slice(0, 10));
    say(`CHANGELOG.md has the section of ${version}. What stands before its first list is yours to write.`);
    return 0;
  }
  const releases = readChangelog(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'));
  const found = releases.find(({ version }) => version === print);
  if (found === undefined) throw new Stop(`CHANGELOG.md has no section of ${print}.`);
  process.stdout.write(`${found.markdown}\n`);
  return 0;
});
