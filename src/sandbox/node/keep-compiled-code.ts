import { flushCompileCache } from 'node:module';

/** Writes what the rehearsal compiled for the next process, then gives up the permission to write anything, for good. */
export function keepCompiledCode(): void {
  flushCompileCache();
  process.permission?.drop('fs.write');
  delete process.env.NODE_COMPILE_CACHE;
}
