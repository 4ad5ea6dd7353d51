import { expect, it } from 'vitest';
import { ErrorCode } from '../../../contract/errors.ts';
import { actionFor } from './action-for.ts';

it('never shows a placeholder or promises an older version that may not be there', () => {
  for (const code of ErrorCode.options) {
    expect(actionFor(code)).not.toMatch(/\{\w+\}|last good version/);
    expect(actionFor(code).length).toBeGreaterThan(0);
  }
});

it('keeps the rest of the advice', () => {
  expect(actionFor('RW_CODE_SYNTAX')).toBe('Mend the marked line.');
  expect(actionFor('RW_CODE_NO_EXPORT')).toContain('buildApp() {');
});
