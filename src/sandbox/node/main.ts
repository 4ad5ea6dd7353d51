import { preferBundledPackages } from './bundled-packages.ts';

/**
 * The program of a learner process. Its argument: the folder of bundled packages, if any. The watchdog starts before
 * all else is loaded: from then on the process ends when the server is gone.
 */
preferBundledPackages(process.argv[2]);
const { startWatchdog } = await import('./watchdog.ts');
const watching = startWatchdog();
const { serveLearner } = await import('./serve-learner.ts');
await serveLearner(watching);
