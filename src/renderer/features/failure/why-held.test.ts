import { expect, it } from 'vitest';
import { heldSentence } from './why-held.ts';

it('says why code is not started by itself, and where it was', () => {
  const failure = { code: 'RW_CODE_STALLED', message: 'x', file: 'src/app.ts', line: 12 } as const;
  expect(heldSentence(failure)).toBe('Not started: it blocked last time (src/app.ts, line 12).');
  expect(heldSentence({ code: 'RW_CODE_STALLED', message: 'x', file: 'src/app.ts' })).toBe(
    'Not started: it blocked last time (src/app.ts).',
  );
  expect(heldSentence({ code: 'RW_CODE_MEMORY', message: 'x' })).toBe(
    'Not started: it used too much memory last time.',
  );
  expect(heldSentence(undefined)).toBe('Not started: it had to be ended last time.');
});
