import { describe, expect, it } from 'vitest';
import { orElse, STEPS, summary, tallyPlaywright, tallySupply, tallyVitest } from './test-steps.mjs';

const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };

describe('what npm test counts', () => {
  it('takes the numbers of vitest, and a file that cannot be loaded as a failure', () => {
    const unloadable = { status: 'failed', assertionResults: [] };
    const failing = { status: 'failed', assertionResults: [{}] };
    expect(tallyVitest({ ...vitest, testResults: [unloadable, failing] })).toEqual({
      passed: 5,
      failed: 2,
      skipped: 3,
    });
  });

  it('takes the numbers of Playwright, and what passes only sometimes as a failure', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    expect(tallyPlaywright({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 3, skipped: 2 });
  });

  it('is a failure when a tool fails without saying of what', () => {
    const good = { passed: 3, failed: 0, skipped: 0 };
    expect(orElse(0, () => good)).toEqual(good);
    expect(orElse(1, () => good)).toEqual({ ...good, failed: 1 });
    expect(orElse(0, () => ({ passed: 0, failed: 0, skipped: 0 })).failed).toBe(1);
    const unreadable = () => {
      throw new Error('no report');
    };
    expect(orElse(0, unreadable)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('passes over signatures that nobody could be asked for, and over nothing else', () => {
    expect(tallySupply(0)).toEqual({ passed: 2, failed: 0, skipped: 0 });
    expect(tallySupply(75)).toEqual({ passed: 1, failed: 0, skipped: 1 });
    expect(tallySupply(1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('ends in one line', () => {
    const one = { passed: 1, failed: 0, skipped: 0 };
    expect(summary([one, one])).toBe('2 passed, 0 failed');
    expect(summary([one, { passed: 0, failed: 2, skipped: 3 }])).toBe('1 passed, 2 failed, 3 skipped');
  });

  it('covers every kind of test', () => {
    expect(STEPS.map(({ name }) => name)).toEqual([
      'types',
      'lint',
      'layers',
      'knip',
      'supply',
      'unit',
      'lessons',
      'hostile',
      'durability',
      'site',
      'e2e',
    ]);
  });
});
