import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const slowHash = promisify<string, Buffer, number, Buffer>(scrypt);

/** What is kept of a PIN: a salt and a slow hash. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await slowHash(pin, salt, 32);
  return `${salt.toString('hex')}:${hash.toString('hex')}`;
}

/** Takes as long for a member that is not there (`kept` is null) as for a wrong PIN. */
export async function isPin(pin: string, kept: string | null): Promise<boolean> {
  const [salt = '', hash = ''] = (kept ?? `${'00'.repeat(16)}:${'00'.repeat(32)}`).split(':');
  const given = await slowHash(pin, Buffer.from(salt, 'hex'), 32);
  return timingSafeEqual(given, Buffer.from(hash, 'hex')) && kept !== null;
}
