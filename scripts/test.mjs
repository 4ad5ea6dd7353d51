/** npm test: sets up what the tests need and runs all of them. Runs on any Node >= 20.19, without dependencies. */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBuild } from './setup/build.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { checkNode, ensureDependencies, ensureSitePackages } from './setup/dependencies.mjs';
import { pinnedNode, projectEnv, ROOT } from './setup/pinned-node.mjs';
import { endWithTheTerminal, run } from './setup/run.mjs';
import { runMain, Stop, say, stillAt } from './setup/say.mjs';
import { REPORT_FILES, STEPS, summary } from './setup/test-steps.mjs';

await runMain(async () => {
  const steps = chosen(process.argv.slice(2));
  if (steps === null) return 0;
  endWithTheTerminal();
  checkNode();
  const tallies = [];
  const needs = (/** @type {string[]} */ names) => steps.some(({ name }) => names.includes(name));
  // Neither needs the other. What goes wrong here is said when the rest is there.
  const ofTheSite = needs(['layers', 'knip', 'unit', 'site']) ? ensureSitePackages() : Promise.resolve();
  ofTheSite.catch(() => {});
  await ensureDependencies();
  tallies.push(...(await prepared(() => ofTheSite)));
  const env = projectEnv();
  if (!process.stderr.isTTY) env.NO_COLOR = '1';
  if (needs(['unit', 'e2e'])) {
    for (const prepare of [ensureBuild, setChromium(env)]) tallies.push(...(await prepared(prepare)));
  }
  for (const file of REPORT_FILES) rmSync(file, { force: true });
  for (const step of steps) tallies.push(await runStep(step, env));
  process.stdout.write(`${summary(tallies)}\n`);
  return tallies.some(({ failed }) => failed > 0) ? 1 : 0;
});

/** @param {NodeJS.ProcessEnv} env */
function setChromium(env) {
  return async () => {
    env.CHROMIUM_PATH = await ensureChromium();
  };
}

/**
 * What cannot be prepared is a failure, and the steps that can do without still run.
 * @param {() => Promise<void>} prepare
 */
async function prepared(prepare) {
  try {
    await prepare();
    return [];
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    return [{ passed: 0, failed: 1, skipped: 0 }];
  }
}

/**
 * @param {import('./setup/test-steps.mjs').Step} step
 * @param {NodeJS.ProcessEnv} env
 */
async function runStep({ name, about, args, tally, stream, env: own }, env) {
  say(`${name}: ${about} …`);
  const began = performance.now();
  const done = stillAt(name, 30_000);
  const onLine = stream ? (/** @type {string} */ line) => line.trim() !== '' && say(`  ${line}`) : undefined;
  const { code, output } = await run(pinnedNode(), args, { cwd: ROOT, env: { ...env, ...own }, onLine });
  done();
  const result = tally(code);
  if (result.failed > 0 && !stream) say(output.trimEnd());
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`${name}: ${summary([result])} (${seconds} s)`);
  return result;
}

/** @param {string[]} args */
function chosen(args) {
  const names = STEPS.map(({ name }) => name);
  const usage = `npm test -- [--only ${names.join(',')}]`;
  const width = Math.max(...names.map((name) => name.length));
  const help = `${usage}

${STEPS.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`).join('\n')}

  --only NAMES  these steps only, with commas between them (default: all, in this order)
  --help        this text`;
  let values;
  try {
    values = parseArgs({ args, options: { only: { type: 'string' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message.split('. ')[0] : error}.\n${usage}`);
  }
  if (values.help) {
    process.stdout.write(`${help}\n`);
    return null;
  }
  const only = values.only?.split(',');
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Stop(`There is no step "${unknown}".\n${usage}`);
  return STEPS.filter(({ name }) => only === undefined || only.includes(name));
}
