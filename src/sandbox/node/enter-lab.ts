/** Gives the process what stands beside the API. For before any code of the learner's is loaded. */
export type EnterLab = (env: Record<string, string>) => void;

/** `allowDatabase` is what `guardSqlite` returned. */
export function labEntrance(allowDatabase: (file: string | undefined) => void): EnterLab {
  return (env) => {
    Object.assign(process.env, env);
    allowDatabase(env.DATABASE_FILE);
  };
}
