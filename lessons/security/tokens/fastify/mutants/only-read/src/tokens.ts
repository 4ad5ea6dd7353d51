import { decodeJwt, SignJWT } from 'jose';
import { z } from 'zod';

const ISSUER = 'https://library.example';
const AUDIENCE = 'https://library.example/api';
const MINUTES = 15;

const Claims = z.object({
  sub: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
});

/** Signs and checks the tokens of this library. `secret` has at least 32 characters. */
export class Tokens {
  readonly #key: Uint8Array;

  constructor(secret: string) {
    if (secret.length < 32) throw new Error('JWT_SECRET needs at least 32 characters.');
    this.#key = new TextEncoder().encode(secret);
  }

  /** A token says who, for whom, by whom and until when. It is signed, not hidden: no secret belongs in it. */
  async sign(memberId: number): Promise<{ accessToken: string; expiresIn: number }> {
    const accessToken = await new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(String(memberId))
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(`${MINUTES}m`)
      .sign(this.#key);
    return { accessToken, expiresIn: MINUTES * 60 };
  }

  /** The id of the member that a token was made for. Null for every other token, whatever is wrong with it. */
  async verify(token: string): Promise<number | null> {
    try {
      return Claims.parse(decodeJwt(token)).sub;
    } catch {
      return null;
    }
  }
}
