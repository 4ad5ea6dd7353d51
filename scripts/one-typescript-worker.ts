import type { Plugin } from 'vite';

/**
 * Monaco can start its own TypeScript worker; the workbench always gives it another one, built on the same service.
 * Without this the build would hold both, 7 MB each.
 */
export function oneTypeScriptWorker(): Plugin {
  const own = 'new Worker(new URL(\'ts.worker.js\', import.meta.url), { type: "module" })';
  return {
    name: 'one-typescript-worker',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/languages/features/typescript/workerManager.js')) return null;
      if (!code.includes(own))
        this.error('Monaco starts its TypeScript worker in another way: see scripts/one-typescript-worker.ts');
      return { code: code.replace(own, 'undefined'), map: null };
    },
  };
}
