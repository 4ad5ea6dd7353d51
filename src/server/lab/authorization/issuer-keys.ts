import { createHash, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** The key pair of the lab's authorization server. The workbench knows it, so that a check can sign what is genuine but expired. */
export type IssuerKeys = {
  kid: string;
  privateKey: KeyObject;
  /** SubjectPublicKeyInfo in PEM, as everybody makes it of the published key. */
  publicPem: string;
};

let keys: IssuerKeys | undefined;

/** Made once for each server, when it is first needed. */
export function issuerKeys(): IssuerKeys {
  if (keys) return keys;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const publicPem = String(createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }));
  const kid = createHash('sha256').update(publicPem).digest('base64url').slice(0, 16);
  keys = { kid, privateKey, publicPem };
  return keys;
}
