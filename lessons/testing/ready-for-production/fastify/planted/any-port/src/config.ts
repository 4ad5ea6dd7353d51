import { z } from 'zod';
import { wholeNumber } from './schemas/list.ts';

/** All that differs from machine to machine, by the names of the variables. */
const Config = z
  .object({
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: wholeNumber(0, 65_535).catch(3000).default(3000),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('error'),
    DATABASE_FILE: z.string().min(1).default(':memory:'),
    OAUTH_ISSUER: z.url({ protocol: /^https?$/ }).default('http://localhost:4000'),
    OAUTH_AUDIENCE: z.string().min(1).default('https://library.example/api'),
    FRONTEND_ORIGIN: z.string().default(''),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('https://library.example'),
    TLS_CERT_FILE: z.string().min(1).optional(),
    TLS_KEY_FILE: z.string().min(1).optional(),
  })
  .refine((config) => !config.TLS_CERT_FILE === !config.TLS_KEY_FILE, {
    path: ['TLS_KEY_FILE'],
    message: 'needs TLS_CERT_FILE, and the other way round',
    // Asked even when another variable is wrong: every mistake is named at once.
    when: () => true,
  });
export type Config = z.infer<typeof Config>;

/** Reads it from the environment. Throws a sentence that names every wrong variable, and no value: some are secret. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Config.safeParse(environment);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`The configuration is wrong. ${problems.join('. ')}.`);
}
