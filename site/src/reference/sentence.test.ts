import { expect, test } from 'vitest';
import { sentenceParts } from './sentence.ts';

test('code and holes stand apart from words, in order', () => {
  expect(sentenceParts('End {name} with `return { app };`.')).toEqual([
    { kind: 'words', text: 'End ' },
    { kind: 'hole', text: 'name' },
    { kind: 'words', text: ' with ' },
    { kind: 'code', text: 'return { app };' },
    { kind: 'words', text: '.' },
  ]);
});

test('words alone stay one part', () => {
  expect(sentenceParts('Nothing to do.')).toEqual([{ kind: 'words', text: 'Nothing to do.' }]);
});
