import { expect, it } from 'vitest';
import type { CheckSummary } from '../../contract/api.ts';
import { tallyOf } from './tally.ts';

const check = (id: string, severity: CheckSummary['severity'] = 'required'): CheckSummary => ({
  id,
  kind: 'http',
  title: id,
  message: id,
  severity,
  hints: 0,
});

it('counts what is required apart from advice, and what was not judged apart from what failed', () => {
  const tally = tallyOf(
    [check('a'), check('b'), check('c'), check('d', 'advice')],
    [
      { checkId: 'a', status: 'passed', reason: '', ms: 1 },
      { checkId: 'b', status: 'blocked', reason: '', ms: 0 },
      { checkId: 'd', status: 'failed', reason: '', ms: 1 },
    ],
  );
  expect(tally).toMatchObject({ passed: 1, of: 3, open: 1 });
  expect(tally.advice.map(({ verdict }) => verdict?.status)).toEqual(['failed']);
});
