import '../server/host/keep-compiled-code.ts';

// Not a static import: those are compiled before anything of this file runs.
await import('./run-command.ts');
