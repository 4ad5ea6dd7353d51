/** Gives the process what stands beside the API. For before any code of the learner's is loaded. */
export type EnterLab = (env: Record<string, string>) => void;

/** `allowDatabase` is what `guardSqlite` returned. */
export function labEntrance(allowDatabase: (file: string) => void): EnterLab {
  return (env) => {
    Object.assign(process.env, env);
    if (env.DATABASE_FILE !== undefined) allowDatabase(env.DATABASE_FILE);
  };
}
