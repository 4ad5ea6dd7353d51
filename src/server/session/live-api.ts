import { errorMessage, RoutewrightError } from '../../contract/errors.ts';
import type { StartFailure } from '../../contract/sandbox.ts';
import type { LiveState } from '../../contract/session.ts';
import type { RunningApi, RunOptions, SandboxPool } from '../sandbox/pool.ts';
import { StartFailedError } from '../sandbox/start-failed-error.ts';

type Source = Pick<RunOptions, 'workspace' | 'entry' | 'textOf' | 'lab'>;
type Output = Pick<RunOptions, 'onLog' | 'onTraffic'>;

/** The API that runs for the learner. A new revision takes its place only when it has started; till then the old one answers. */
export class LiveApi {
  readonly #pool: SandboxPool;
  readonly #source: Source;
  readonly #output: Output;
  readonly #onChange: (state: LiveState) => void;
  #state: LiveState = { status: 'none' };
  #api: RunningApi | null = null;
  #failure: StartFailure | null = null;

  constructor(pool: SandboxPool, source: Source, output: Output, onChange: (state: LiveState) => void) {
    this.#pool = pool;
    this.#source = source;
    this.#output = output;
    this.#onChange = onChange;
  }

  get state(): LiveState {
    return this.#state;
  }

  /** The API that answers now, of whatever revision. */
  get api(): RunningApi | null {
    return this.#api;
  }

  /** Why the newest revision does not run, if that is so. */
  get failure(): StartFailure | null {
    return this.#failure;
  }

  /**
   * Starts `revision`; `arrivedAt` (performance.now) is when its edit came in. Resolves when it is live or has failed.
   * Throws the signal's reason when a newer revision came first; then this one changes nothing any more.
   */
  async start(revision: number, arrivedAt: number, signal: AbortSignal): Promise<void> {
    this.#change({ ...this.#answering(), status: 'starting' });
    let api: RunningApi;
    try {
      api = await this.#pool.run({ ...this.#source, ...this.#output, signal });
    } catch (error) {
      signal.throwIfAborted();
      const failure = error instanceof StartFailedError ? error.failure : workbenchFailure(error);
      this.#failure = failure;
      this.#change({ ...this.#answering(), status: 'failed', failure });
      return;
    }
    if (signal.aborted) {
      await api.stop();
      signal.throwIfAborted();
    }
    const previous = this.#api;
    this.#api = api;
    this.#failure = null;
    const ms = performance.now() - arrivedAt;
    this.#change({ status: 'live', url: shownUrl(api), liveRevision: revision, ms });
    void api.ended.then((end) => this.#ended(api, end.failure));
    void previous?.stop();
  }

  /** A newer revision changed nothing that runs: what is live is live with that revision. */
  carryOver(revision: number): void {
    if (this.#state.status === 'live') this.#change({ ...this.#state, liveRevision: revision });
  }

  /** Shows why nothing is started by itself. */
  hold(failure: StartFailure): void {
    this.#failure = failure;
    this.#change({ status: 'stopped', failure, held: true });
  }

  /** Ends what runs, without a word: for a lesson without an API, and for the end of the session. */
  async stop(): Promise<void> {
    const api = this.#api;
    this.#api = null;
    this.#failure = null;
    this.#change({ status: 'none' });
    await api?.stop();
  }

  #answering(): Pick<LiveState, 'url' | 'liveRevision'> {
    return this.#api ? { url: shownUrl(this.#api), liveRevision: this.#state.liveRevision } : {};
  }

  #ended(api: RunningApi, failure: StartFailure | undefined): void {
    if (this.#api !== api) return;
    this.#api = null;
    if (this.#state.status === 'starting') this.#change({ status: 'starting' });
    else if (this.#state.status === 'failed') this.#change({ status: 'failed', failure: this.#state.failure });
    else {
      this.#failure = failure ?? null;
      this.#change({ status: 'stopped', failure });
    }
  }

  #change(state: LiveState): void {
    this.#state = state;
    this.#onChange(state);
  }
}

/**
 * The address for the learner to open. Cookies do not tell ports apart but hosts they do: under this name a browser does
 * not hand the workbench's cookie, which belongs to 127.0.0.1, to code of the learner or of a lesson.
 */
function shownUrl(api: RunningApi): string {
  return `${new URL(api.url).protocol}//localhost:${api.port}`;
}

/** The workbench itself could not start it: a runtime that is not installed has a code, anything else is a defect. */
function workbenchFailure(error: unknown): StartFailure {
  if (error instanceof RoutewrightError) return { code: error.code, message: error.message };
  console.error(error);
  return { code: 'RW_INTERNAL', message: errorMessage('RW_INTERNAL') };
}
