import { syncBuiltinESMExports } from 'node:module';
import v8 from 'node:v8';

/** Learner code cannot change options of V8: some of them make it write files, and the permission model does not ask. */
export function guardFlags(): void {
  v8.setFlagsFromString = () => console.log('Options of V8 cannot be changed here. Your code goes on without them.');
  syncBuiltinESMExports();
}
