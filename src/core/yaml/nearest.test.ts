import { expect, test } from 'vitest';
import { nearestName } from './nearest.ts';

test.each([
  ['satus', ['status', 'headers'], 'status'],
  ['GETT', ['GET', 'PUT'], 'GET'],
  ['get', ['GET', 'PUT'], 'GET'],
  ['readonly', ['readOnly', 'required'], 'readOnly'],
  ['colour', ['status', 'headers'], undefined],
  ['x', ['y', 'z'], undefined],
  ['', ['a'], undefined],
  ['a', [], undefined],
])('for %s of %j: %s', (written, known, nearest) => {
  expect(nearestName(written, known)).toBe(nearest);
});
