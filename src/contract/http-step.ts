import { z } from 'zod';
import { HttpMethod, HttpStatus, Json } from './ids.ts';
import { EnvName } from './lab.ts';
import { ExpectedJson } from './matcher.ts';

/** What a header must be: present, absent, equal, or matching a glob (`*` any text; no regular expressions from a pack). */
export const HeaderExpectation = z.union([
  z.string().describe('The exact value.'),
  z.strictObject({ present: z.boolean().describe('true: it is there, whatever it says. false: it is not there.') }),
  z.strictObject({ glob: z.string().describe('`*` stands for any text.') }),
  z.strictObject({ includes: z.string().describe('This text stands somewhere in it.') }),
]);
export type HeaderExpectation = z.infer<typeof HeaderExpectation>;

const captureName = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a name such as "bookId"');

export const HttpRequestSpec = z.strictObject({
  to: z
    .enum(['api', 'plain', 'authorization'])
    .default('api')
    .describe(
      "api: the learner's API. plain: what `buildRedirect` serves without TLS. authorization: the authorization server.",
    ),
  method: HttpMethod.default('GET').describe('An HTTP method (RFC 9110, section 9), in capitals.'),
  path: z
    .string()
    .regex(/^(\/|\{\{)/, 'a path such as "/books", or a captured one such as "{{location}}"')
    .describe(
      'Path with query. `{{name}}` is replaced by a captured value, `{{env.NAME}}` by a variable of the lab, `{{day.21}}` by the day in 21 days.',
    ),
  headers: z
    .record(z.string(), z.string())
    .default({})
    .describe('Name to value. Upper and lower case make no difference in names.'),
  body: Json.optional().describe('Sent as JSON with content-type application/json.'),
  rawBody: z.string().optional().describe('Sent as it is; set content-type yourself.'),
  form: z.record(z.string(), z.string()).optional().describe('Sent as application/x-www-form-urlencoded.'),
  generate: z
    .union([
      z.strictObject({
        bytes: z.number().int().min(1).max(20_000_000).describe('A JSON body with one text of this size.'),
      }),
      z.strictObject({
        depth: z.number().int().min(1).max(200_000).describe('A JSON body of lists in lists, this deep.'),
      }),
    ])
    .optional()
    .describe('A body too large to be written here; with `body` it stands there for `{{generated}}`.'),
});
export type HttpRequestSpec = z.infer<typeof HttpRequestSpec>;

export const HttpExpectation = z.strictObject({
  status: z
    .union([HttpStatus, z.array(HttpStatus).min(1)])
    .optional()
    .describe('The status, or a list of those that are all right. Default: any.'),
  headers: z
    .record(z.string(), HeaderExpectation)
    .optional()
    .describe(
      'Name to what the header must be. Other headers may be there. Upper and lower case make no difference in names, also in the lists of names of `vary`, `access-control-allow-headers` and `access-control-expose-headers`.',
    ),
  body: ExpectedJson.optional().describe(
    'What the body must hold, as JSON: other keys of an object may be there, lists are compared item by item. An object may hold matchers such as `$type`.',
  ),
  schema: z.record(z.string(), Json).optional().describe('A JSON Schema (2020-12) that the body satisfies.'),
  openapi: z.boolean().optional().describe('true: the response matches what your OpenAPI document says.'),
  within: z.number().int().min(1).optional().describe('Milliseconds until the last byte.'),
});
export type HttpExpectation = z.infer<typeof HttpExpectation>;

/** A JSON Web Token that a check makes itself, good or forged. */
export const TokenSpec = z.strictObject({
  as: captureName.describe('The name under which later steps use it.'),
  alg: z.enum(['HS256', 'RS256', 'none']).describe('How it is signed; none: not at all.'),
  key: z
    .union([
      z.strictObject({ env: EnvName.describe('The value of this variable, such as JWT_SECRET.') }),
      z.strictObject({ text: z.string().describe('This text.') }),
      z.literal('stranger').describe('A key that nobody knows.'),
      z
        .literal('issuer')
        .describe('The private key of the authorization server: a genuine token with claims of your choice.'),
      z.literal('issuer-public').describe('The public key of the authorization server, used as a shared secret.'),
    ])
    .default('stranger')
    .describe('With what it is signed.'),
  header: z.record(z.string(), Json).default({}).describe('Added to the header of the token.'),
  claims: z.record(z.string(), Json).default({}).describe('Texts may hold {{…}}.'),
  expiresIn: z.number().int().default(300).describe('Seconds from now; negative: expired.'),
});
export type TokenSpec = z.infer<typeof TokenSpec>;

/** A token from the real authorization server of the lab. */
export const AuthorizeSpec = z.strictObject({
  as: captureName.describe('The name under which later steps use the access token.'),
  grant: z
    .enum(['code', 'client'])
    .describe('code: authorization code with PKCE, through sign-in and consent. client: client credentials.'),
  user: z
    .enum(['ada', 'ben', 'grace'])
    .default('ada')
    .describe('Who signs in. ada and ben are members, grace is a librarian.'),
  scope: z.string().default('').describe('Scopes with spaces between them: "loans:read loans:write".'),
  audience: z.string().optional().describe("Another API than the learner's, such as https://cinema.example."),
});
export type AuthorizeSpec = z.infer<typeof AuthorizeSpec>;

const ACTIONS = ['request', 'restart', 'token', 'authorize', 'wait'] as const;

/** One step: a request with what is expected of its answer, or one of the other actions. */
export const HttpStep = z
  .strictObject({
    label: z.string().max(120).optional().describe('What this step is about, for the panel of an attack.'),
    request: HttpRequestSpec.optional().describe('Sends a request.'),
    expect: HttpExpectation.default({}).describe('What must be true of the answer. What is left out may be anything.'),
    capture: z
      .record(captureName, z.string())
      .optional()
      .describe(
        'Name to source: `body.data.id`, `body.data.length`, `header.location`, `status`, or `body` for all of it.',
      ),
    repeat: z
      .number()
      .int()
      .min(1)
      .max(200)
      .default(1)
      .describe('Send it this many times; each must satisfy `expect`.'),
    parallel: z.boolean().default(false).describe('With `repeat`: send all at once.'),
    restart: z.literal(true).optional().describe('Ends the API and starts it again, with the same database file.'),
    token: TokenSpec.optional().describe('Makes a JSON Web Token, good or forged, for later steps.'),
    authorize: AuthorizeSpec.optional().describe(
      "Gets an access token from the lab's authorization server, for later steps.",
    ),
    wait: z
      .number()
      .int()
      .min(1)
      .max(3_000)
      .optional()
      .describe('Milliseconds in which nothing is sent. Rarely the right thing.'),
  })
  .refine((step) => ACTIONS.filter((action) => step[action] !== undefined).length === 1, {
    message: `exactly one of ${ACTIONS.join(', ')}`,
  });
export type HttpStep = z.infer<typeof HttpStep>;
