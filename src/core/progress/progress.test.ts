import { expect, test } from 'vitest';
import type { Verdict } from '../../contract/evidence.ts';
import type { LessonBlock } from '../../contract/lesson.ts';
import { type CheckForProgress, isComplete } from './complete.ts';
import { taskStates } from './tasks.ts';

const blocks: LessonBlock[] = [
  { type: 'prose', markdown: 'p' },
  { type: 'task', id: 'one', title: 'One', markdown: '' },
  { type: 'task', id: 'read', title: 'Read', markdown: '' },
];
const checks: CheckForProgress[] = [
  { id: 'a', task: 'one', severity: 'required' },
  { id: 'b', task: 'one', severity: 'required' },
  { id: 'style', task: 'one', severity: 'advice' },
  { id: 'c', severity: 'required' },
];
const verdicts = (status: Verdict['status'], ...ids: string[]) => ids.map((checkId) => ({ checkId, status }));

test('a task is done when all its required checks hold', () => {
  expect(taskStates(blocks, checks, verdicts('passed', 'a', 'style'))).toEqual({
    one: { passed: 1, of: 2, done: false },
    read: { passed: 0, of: 0, done: false },
  });
  expect(taskStates(blocks, checks, verdicts('passed', 'a', 'b')).one).toEqual({ passed: 2, of: 2, done: true });
});

test.each(['failed', 'error', 'blocked'] as const)('%s does not count', (status) => {
  expect(taskStates(blocks, checks, verdicts(status, 'a', 'b')).one?.passed).toBe(0);
  expect(isComplete(checks, [...verdicts('passed', 'a', 'b'), ...verdicts(status, 'c')])).toBe(false);
});

test('a lesson is complete when every required check holds; advice does not matter', () => {
  expect(isComplete(checks, verdicts('passed', 'a', 'b', 'c'))).toBe(true);
  expect(isComplete(checks, verdicts('passed', 'a', 'b', 'style'))).toBe(false);
  expect(isComplete([], [])).toBe(false);
  expect(isComplete([{ id: 'x', severity: 'advice' }], [])).toBe(false);
});
