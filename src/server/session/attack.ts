import type { AttackReport } from '../../contract/attack.ts';
import type { Check } from '../../contract/check.ts';
import { RoutewrightError } from '../../contract/errors.ts';
import { runAttack } from '../checks/attack-report.ts';
import type { BenchMaker } from '../checks/bench.ts';
import { turns } from '../checks/turns.ts';

/** The attacks that a learner starts in one session, one after the other. */
export class Attacks {
  readonly #checks: readonly Check[];
  readonly #maker: (signal: AbortSignal) => BenchMaker;
  readonly #inTurn = turns(1);

  /** `maker` makes copies of what the learner's API is now. */
  constructor(checks: readonly Check[], maker: (signal: AbortSignal) => BenchMaker) {
    this.#checks = checks;
    this.#maker = maker;
  }

  /** Throws RW_HTTP_INPUT when the lesson has no such attack, and the signal's reason when aborted. */
  run(checkId: string, signal: AbortSignal): Promise<AttackReport> {
    const check = this.#checks.find((one) => one.id === checkId);
    if (check?.kind !== 'attack') {
      return Promise.reject(new RoutewrightError('RW_HTTP_INPUT', { detail: `no attack ${checkId}` }));
    }
    return this.#inTurn(() => runAttack(check, this.#maker(signal), signal));
  }
}
