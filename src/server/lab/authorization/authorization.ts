import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { issuerKeys } from './issuer-keys.ts';
import { ReadyMessage, type StartMessage } from './messages.ts';
import { AUDIENCE, REPORT, START_PATH } from './parties.ts';

/** From the start of the process until it answers. */
const START_MS = 15_000;

export type Authorization = {
  /** http://localhost:port, no slash at the end. */
  issuer: string;
  /** The learner's API, as tokens name it. */
  audience: string;
  /** The client that has no user: client credentials. */
  client: { id: string; secret: string };
  /** Opens the real sign-in, which ends on a page that shows the token. */
  signIn: string;
  /** Ends the process; resolves when it is gone. */
  close(): Promise<void>;
  /** Resolves when the process is gone, whoever ended it. */
  ended: Promise<void>;
};

/** Starts the authorization server in a process of its own and resolves when it answers. Rejects when it does not start. */
export async function startAuthorization(): Promise<Authorization> {
  const { kid, privateKey } = issuerKeys();
  const clientSecret = randomBytes(24).toString('base64url');
  const child = fork(join(import.meta.dirname, 'main.ts'), [], {
    // Not those of the workbench: an inspector would want the same port.
    execArgv: [],
    env: { SystemRoot: process.env.SystemRoot, NODE_ENV: 'production', NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    // One that could not be started at all never exits.
    child.on('error', () => child.pid === undefined && resolve());
  });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-4_000);
  });
  const key = { ...privateKey.export({ format: 'jwk' }), kty: 'RSA', kid, alg: 'RS256', use: 'sig' };
  child.send({ key, clientSecret } satisfies StartMessage, () => {});
  const close = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    const gone = ended.then(() => Promise.reject(new Error(`The authorization server did not start. ${complaint}`)));
    const message = once(child, 'message', { signal: AbortSignal.timeout(START_MS) });
    const [ready]: unknown[] = await Promise.race([message, gone]);
    const { issuer } = ReadyMessage.parse(ready);
    return {
      issuer,
      audience: AUDIENCE,
      client: { id: REPORT.id, secret: clientSecret },
      signIn: issuer + START_PATH,
      close,
      ended,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
