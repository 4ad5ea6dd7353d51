import type { StartFailure } from '../../contract/sandbox.ts';

/** The learner's code did not become a running API; `failure` says why and where, for the learner. */
export class StartFailedError extends Error {
  override readonly name = 'StartFailedError';
  readonly failure: StartFailure;
  constructor(failure: StartFailure) {
    super(failure.message);
    this.failure = failure;
  }
}
