import type { Mismatch, ReceivedResponse } from '../../contract/evidence.ts';
import type { HttpExpectation } from '../../contract/http-step.ts';
import { type ExchangeContext, judgeExchange } from '../../core/check/expect.ts';
import { TurnTooLongError, withinTurn } from './within-turn.ts';

/** Characters of a body up to which it is judged in no time, whatever stands in it. */
const SMALL_CHARS = 16 * 1024;

/**
 * What of `expect` does not hold for an answer of the learner's API. Schemas of theirs, and large bodies, are judged only
 * as long as that does not hold the server up: what takes longer is itself what differs.
 */
export async function judgeAnswer(
  expect: HttpExpectation,
  response: ReceivedResponse,
  context: ExchangeContext,
): Promise<Mismatch[]> {
  const judge = () => judgeExchange(expect, response, context);
  const isSmall = expect.openapi !== true && expect.schema === undefined && response.body.length <= SMALL_CHARS;
  if (isSmall) return judge();
  try {
    return await withinTurn(judge);
  } catch (error) {
    if (!(error instanceof TurnTooLongError || error instanceof RangeError)) throw error;
    const at = expect.openapi === true ? 'your OpenAPI document' : 'body';
    return [{ at, expected: 'something that can be judged', actual: 'too many parts that lead to one another' }];
  }
}
