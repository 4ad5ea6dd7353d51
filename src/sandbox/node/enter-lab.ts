import { allowDatabase } from './guard-sqlite.ts';

/** Gives the process what stands beside the API: its variables, and its database if it has one. For before any code of the learner's is loaded. */
export function enterLab(env: Record<string, string>): void {
  Object.assign(process.env, env);
  if (env.DATABASE_FILE !== undefined) allowDatabase(env.DATABASE_FILE);
}
