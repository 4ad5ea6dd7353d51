import { z } from 'zod';

/** The name of an environment variable. */
export const EnvName = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'a name such as "JWT_SECRET"');

/**
 * The real things that the workbench sets beside the learner's API for one lesson. The API learns of them from its
 * environment; checks and attacks use the same values as `{{env.NAME}}`.
 */
export const Lab = z.strictObject({
  database: z
    .boolean()
    .default(false)
    .describe('DATABASE_FILE: a file for node:sqlite. Each check run begins without it.'),
  tls: z
    .boolean()
    .default(false)
    .describe('TLS_CERT_FILE and TLS_KEY_FILE: a certificate for localhost, made on the spot.'),
  authorization: z
    .boolean()
    .default(false)
    .describe(
      'OAUTH_ISSUER, OAUTH_AUDIENCE, OAUTH_CLIENT_ID and OAUTH_CLIENT_SECRET: a real OAuth 2.0 authorization server with users and a consent page.',
    ),
  origins: z
    .boolean()
    .default(false)
    .describe('FRONTEND_ORIGIN: the origin of a front end that may call the API. Checks also know STRANGER_ORIGIN.'),
  secrets: z.array(EnvName).max(8).default([]).describe('Variables that get a long random value.'),
  env: z.record(EnvName, z.string().max(500)).default({}).describe('Variables with a value that stands here.'),
});
export type Lab = z.infer<typeof Lab>;

/**
 * The variables that the parts of a lab give, by part. Checks know all of them as `{{env.NAME}}`; the API has them in its
 * environment, apart from STRANGER_ORIGIN.
 */
export const LAB_VARIABLES = {
  database: { DATABASE_FILE: 'The path of a database file. Nothing stands there before the API makes it.' },
  tls: {
    TLS_CERT_FILE: 'The path of a certificate for localhost, as PEM.',
    TLS_KEY_FILE: 'The path of its private key, as PEM.',
  },
  authorization: {
    OAUTH_ISSUER: 'The address of the authorization server, as it stands in the claim `iss` of its tokens.',
    OAUTH_AUDIENCE: 'What stands in the claim `aud` of tokens that are meant for this API.',
    OAUTH_CLIENT_ID: 'The id of a program that gets tokens by client credentials.',
    OAUTH_CLIENT_SECRET: 'The secret of that program.',
  },
  origins: {
    FRONTEND_ORIGIN: 'The origin of a page that may call the API.',
    STRANGER_ORIGIN: 'The origin of a page that may not. The API does not know it.',
  },
} as const satisfies { [Part in keyof Lab]?: Record<string, string> };

/** What the learner may know of what stands beside the API: every variable, and addresses to open. */
export const LabState = z.strictObject({
  env: z.record(z.string(), z.string()),
  authorization: z
    .strictObject({
      issuer: z.string(),
      signIn: z
        .string()
        .describe('Opens the real sign-in of the authorization server; it ends on a page that shows the token.'),
    })
    .optional(),
  origins: z
    .strictObject({
      frontend: z.string().describe('A page on the origin that the API is meant to allow.'),
      stranger: z.string().describe('The same page on an origin that it is not.'),
    })
    .optional(),
});
export type LabState = z.infer<typeof LabState>;
