/** npm run release -- 0.2.0 (or major, minor, patch): version, changelog, commit and tag. Pushes nothing. */
import { ROOT } from '../setup/pinned-node.mjs';
import { runMain, Stop, say } from '../setup/say.mjs';
import { release } from './release.ts';

await runMain(async () => {
  const [wanted, ...more] = process.argv.slice(2);
  if (wanted === undefined || more.length > 0) throw new Stop('npm run release -- 0.2.0, or major, minor or patch');
  const version = await release(ROOT, wanted, new Date().toISOString().slice(0, 10));
  say(`v${version} is committed and tagged. To publish it: git push --follow-tags`);
  return 0;
});
