import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { heartbeat } from './heartbeat.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a process that answers is never silent', () => {
  const silent = vi.fn();
  const heart = heartbeat(() => heart.answered(), silent);
  heart.start();
  vi.advanceTimersByTime(60_000);
  expect(silent).not.toHaveBeenCalled();
  heart.stop();
});

test('a process that stops to answer is called silent once', () => {
  const silent = vi.fn();
  const heart = heartbeat(() => {}, silent);
  vi.advanceTimersByTime(60_000);
  expect(silent).not.toHaveBeenCalled();
  heart.start();
  vi.advanceTimersByTime(2_000);
  expect(silent).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(silent).toHaveBeenCalledTimes(1);
});
