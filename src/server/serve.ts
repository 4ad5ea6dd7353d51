import { RoutewrightError } from '../contract/errors.ts';
import { readOptions, SERVER_HELP } from './host/options.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

/** How long a clean end may take (ms) before the process ends all the same; children end with it. */
const END_MS = 10_000;

/** The program itself; `main.ts` sets up what must be there before any of this is loaded. */
try {
  const options = readOptions(process.argv.slice(2));
  if (process.argv.includes('--help')) {
    process.stdout.write(`${SERVER_HELP}\n`);
    process.exit(0);
  }
  const workbench = await startWorkbench(options);
  endOn(workbench, options.parentStdin);
  process.stdout.write(`Workbench ready at ${workbench.address}\n`);
  if (options.publicUrl) {
    process.stdout.write(`It waits for its reverse proxy at ${workbench.origin}${options.publicUrl.base}\n`);
  }
} catch (error) {
  if (error instanceof RoutewrightError) process.stderr.write(`${error.message} ${error.action} (${error.code})\n`);
  else console.error(error);
  process.exit(1);
}

/** Ends cleanly on Ctrl+C, on a request to end, and, if wanted, when the program that started this one is gone. */
function endOn(workbench: Workbench, parentStdin: boolean): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), END_MS).unref();
    workbench.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  if (!parentStdin) return;
  process.stdin.on('end', end).on('close', end).on('error', end);
  process.stdin.resume();
}
