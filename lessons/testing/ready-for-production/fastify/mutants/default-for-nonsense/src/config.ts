/** All that differs from machine to machine. */
export type Config = ReturnType<typeof readConfig>;

/** Reads it from variables of the environment. */
export function readConfig(environment: NodeJS.ProcessEnv) {
  return {
    HOST: environment.HOST ?? '127.0.0.1',
    PORT: Number(environment.PORT ?? 3000),
    LOG_LEVEL: environment.LOG_LEVEL ?? 'error',
    DATABASE_FILE: environment.DATABASE_FILE ?? ':memory:',
    OAUTH_ISSUER: environment.OAUTH_ISSUER ?? 'http://localhost:4000',
    OAUTH_AUDIENCE: environment.OAUTH_AUDIENCE ?? 'https://library.example/api',
    FRONTEND_ORIGIN: environment.FRONTEND_ORIGIN ?? '',
    PUBLIC_URL: environment.PUBLIC_URL ?? 'https://library.example',
    TLS_CERT_FILE: environment.TLS_CERT_FILE,
    TLS_KEY_FILE: environment.TLS_KEY_FILE,
  };
}
