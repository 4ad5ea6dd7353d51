import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

const slowHash = promisify<string, Buffer, number, Buffer>(scrypt);

/** What is kept of a PIN: a salt and a slow hash. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await slowHash(pin, salt, 32);
  return `${salt.toString('hex')}:${hash.toString('hex')}`;
}
