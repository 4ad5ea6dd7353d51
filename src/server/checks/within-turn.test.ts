import { expect, test } from 'vitest';
import { TurnTooLongError, withinTurn } from './within-turn.ts';

test('gives what the work gives, and throws what it throws', async () => {
  expect(await withinTurn(() => [1, 2])).toEqual([1, 2]);
  await expect(withinTurn(() => JSON.parse('{'))).rejects.toThrow(SyntaxError);
});

test('work without end is cut off again and again, and others have their turn meanwhile', async () => {
  let turns = 0;
  const counting = setInterval(() => {
    turns += 1;
  }, 1);
  await expect(
    withinTurn(() => {
      for (;;);
    }),
  ).rejects.toThrow(TurnTooLongError);
  clearInterval(counting);
  expect(turns).toBeGreaterThan(0);
});

test('what takes too long the first time only is done', async () => {
  let calls = 0;
  const work = () => {
    calls += 1;
    if (calls === 1) for (;;);
    return 'done';
  };
  expect(await withinTurn(work)).toBe('done');
});
