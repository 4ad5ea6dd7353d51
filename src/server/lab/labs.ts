import type { Lab, LabState } from '../../contract/lab.ts';
import { makeCertificate } from './certificate.ts';
import { databasePlace } from './database.ts';
import { certificateFiles } from './files.ts';
import type { LabPlace, LabRun } from './lab.ts';
import { once } from './once.ts';
import { secretValues } from './secrets.ts';

/** Makes what lessons set beside an API. What several runs share, such as the certificate, is made once, when it is first needed. */
export class Labs {
  readonly #home: string | null;
  readonly #certificate = once(makeCertificate);

  /** `home`: the workbench's folder, where databases of lessons are kept; null when only fresh ones are opened. */
  constructor(options: { home: string | null }) {
    this.#home = options.home;
  }

  /** Opens what `lab` asks for; a database of a lesson is as it was left. Throws what the system says when it cannot. */
  async open(lab: Lab, place: LabPlace): Promise<LabRun> {
    const [certificate, database] = await Promise.all([
      lab.tls ? this.#certificate() : null,
      lab.database ? databasePlace(this.#home, place) : null,
    ]);
    const tls = certificate && certificateFiles(certificate);
    return {
      env: {
        ...lab.env,
        ...secretValues(lab.secrets),
        ...tls?.env,
        ...(database && { DATABASE_FILE: database.file }),
      },
      files: tls?.files ?? [],
      ca: certificate?.ca,
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

  /** Ends all that was started. */
  async close(): Promise<void> {}
}
