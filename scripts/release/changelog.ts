/** npm run changelog: writes the section of the coming release into CHANGELOG.md, from the commits. */
import { ROOT } from '../setup/pinned-node.mjs';
import { runMain, say } from '../setup/say.mjs';
import { writeChangelog } from './release.ts';

await runMain(async () => {
  const version = await writeChangelog(ROOT, new Date().toISOString().slice(0, 10));
  say(`CHANGELOG.md has the section of ${version}. What stands before its first list is yours to write.`);
  return 0;
});
