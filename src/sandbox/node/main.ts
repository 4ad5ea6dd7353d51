import { preferBundledPackages } from './bundled-packages.ts';

/** The program of a learner process. Its arguments: the folder that it may read, the folder of bundled packages if any. */
preferBundledPackages(process.argv[3]);
await import('./learner-process.ts');
