import { preferBundledPackages } from './bundled-packages.ts';

/** The program of a learner process. Its argument: the folder of bundled packages, if any. */
preferBundledPackages(process.argv[2]);
await import('./learner-process.ts');
