import { z } from 'zod';

/** From the workbench to the process of the authorization server: everything that it needs, sent once. */
export const StartMessage = z.strictObject({
  /** The private key as JWK, with `kid`, `alg` and `use`. */
  key: z.looseObject({ kty: z.string(), kid: z.string() }),
  clientSecret: z.string(),
});
export type StartMessage = z.infer<typeof StartMessage>;

/** Back from it, when it answers. */
export const ReadyMessage = z.strictObject({ issuer: z.url() });
