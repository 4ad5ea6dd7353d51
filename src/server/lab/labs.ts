import { RoutewrightError } from '../../contract/errors.ts';
import type { Lab, LabState } from '../../contract/lab.ts';
import { startAuthorization } from './authorization/authorization.ts';
import { makeCertificate } from './certificate.ts';
import { databasePlace } from './database.ts';
import { certificateFiles } from './files.ts';
import type { LabPlace, LabRun } from './lab.ts';
import { once } from './once.ts';
import { type Origins, startOrigins } from './origins/origins.ts';
import { secretValues } from './secrets.ts';

export type LabsOptions = {
  /** The workbench's folder, where databases of lessons are kept; null when only fresh ones are opened. */
  home: string | null;
  /** Those that the workbench's page embeds; whoever started them ends them. Without, own ones that nobody embeds. */
  origins?: Origins;
};

/** Makes what lessons set beside an API. What several runs share, such as the certificate, is made once, when it is first needed. */
export class Labs {
  readonly #options: LabsOptions;
  readonly #certificate = once(makeCertificate);
  readonly #authorization = once(startAuthorization, ({ ended }) => ended);
  readonly #origins = once(() => startOrigins({ workbench: () => [] }));
  #closed = false;

  constructor(options: LabsOptions) {
    this.#options = options;
  }

  /** Opens what `lab` asks for; a database of a lesson is as it was left. Throws RW_HOST_LAB. */
  async open(lab: Lab, place: LabPlace): Promise<LabRun> {
    if (this.#closed) throw new RoutewrightError('RW_HOST_LAB', { detail: 'what stands beside your API' });
    const { home, origins } = this.#options;
    const [certificate, authorization, pages] = await Promise.all([
      lab.tls ? named('the certificate', this.#certificate.get()) : null,
      lab.authorization ? named('the authorization server', this.#authorization.get()) : null,
      lab.origins ? (origins ?? named('the pages of other origins', this.#origins.get())) : null,
    ]);
    // Last: only this leaves something behind when another part cannot be made.
    const database = lab.database ? await named('the place of the database', databasePlace(home, place)) : null;
    const tls = certificate && certificateFiles(certificate);
    return {
      env: {
        ...lab.env,
        ...secretValues(lab.secrets),
        ...tls?.env,
        ...(authorization && {
          OAUTH_ISSUER: authorization.issuer,
          OAUTH_AUDIENCE: authorization.audience,
          OAUTH_CLIENT_ID: authorization.client.id,
          OAUTH_CLIENT_SECRET: authorization.client.secret,
        }),
        ...(pages && { FRONTEND_ORIGIN: pages.frontend }),
        ...(database && { DATABASE_FILE: database.file }),
      },
      files: tls?.files ?? [],
      ca: certificate?.ca,
      strangerOrigin: pages?.stranger,
      authorization: authorization ? { issuer: authorization.issuer, signIn: authorization.signIn } : undefined,
      forget: async () => database?.forget(),
      close: async () => database?.close(),
    };
  }

  /** What the learner may know of a run. */
  state(run: LabRun): LabState {
    const frontend = run.env.FRONTEND_ORIGIN;
    const stranger = run.strangerOrigin;
    return {
      env: run.env,
      ...(run.authorization && { authorization: run.authorization }),
      ...(frontend !== undefined && stranger !== undefined && { origins: { frontend, stranger } }),
    };
  }

  /** Ends all that was started; nothing can be opened afterwards. */
  async close(): Promise<void> {
    this.#closed = true;
    const started = await Promise.all([this.#authorization.made(), this.#origins.made()]);
    await Promise.all(started.map((one) => one?.close()));
  }
}

async function named<T>(detail: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    console.error(cause);
    throw new RoutewrightError('RW_HOST_LAB', { detail }, { cause });
  }
}
