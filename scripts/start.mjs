/** npm start: sets up what is missing, then opens the workbench. Runs on any Node >= 20.19, without dependencies. */
import { ensureBuild } from './setup/build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureElectron, whyNoDesktop } from './setup/electron.mjs';
import { openBrowser, serveForBrowser, showOnDesktop } from './setup/hosts.mjs';
import { endWithTheTerminal } from './setup/run.mjs';
import { runMain, say } from './setup/say.mjs';
import { defaultHome, readStartOptions, START_HELP } from './setup/start-options.mjs';

await runMain(async () => {
  const options = readStartOptions(process.argv.slice(2), {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    home: defaultHome(),
  });
  if (options.help) {
    process.stdout.write(`${START_HELP}\n`);
    return 0;
  }
  endWithTheTerminal();
  await ensureDependencies();
  await ensureBuild();
  if (!options.browser && options.open) {
    const why = await tryDesktop(options);
    if (why === null) return 0;
    say(`Opening in the browser, because ${why}.`);
  }
  const canOpen = options.open && (process.platform !== 'linux' || hasDisplay());
  if (options.open && !canOpen) say('There is no display: open the address below in a browser of this machine.');
  const { code } = await serveForBrowser(options, (url) => {
    if (canOpen) openBrowser(url);
    say('Press Ctrl+C to end it.');
  });
  return code;
});

/**
 * Shows the desktop window and waits for its end; answers why that cannot be, or null after it was shown.
 * @param {import('./setup/hosts.mjs').Serving} serving
 * @returns {Promise<string | null>}
 */
async function tryDesktop(serving) {
  const why = whyNoDesktop();
  if (why !== null) return why;
  const electron = await ensureElectron();
  if ('why' in electron) return electron.why;
  const { code, served } = await showOnDesktop(electron.program, serving, () => {});
  if (served || code === 0) return null;
  return `the desktop window could not be started (exit code ${code})`;
}

function hasDisplay() {
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
