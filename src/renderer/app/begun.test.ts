import { describe, expect, it } from 'vitest';
import type { CourseOutline, LessonStatus, LessonView } from '../../contract/api.ts';
import { hasBegun } from './begun.ts';

const NOTHING = { summary: '', minutes: 1, problems: 0 };

function outline(status: LessonStatus): CourseOutline {
  const lessons = [{ ...NOTHING, id: 'first-route', title: 'The first route', status }];
  const stages = [{ id: 'endpoints', title: 'Endpoints', summary: '', lessons }];
  return { id: 'c', title: 'C', summary: '', tracks: [], stages, problems: [], notices: [] };
}

const lesson: LessonView = {
  id: 'first-route',
  title: 'The first route',
  summary: '',
  minutes: 1,
  goals: [],
  stage: { id: 'endpoints', title: 'Endpoints', position: 1, of: 1 },
  previous: null,
  next: null,
  blocks: [],
  checks: [],
  quiz: [],
  open: [],
  compare: null,
  problems: [],
};

describe('a lesson that was just opened', () => {
  it('has not begun until something changes in it', () => {
    expect(hasBegun({ outline: outline('untouched'), lesson, revision: 0, checks: { revision: 0 } })).toBe(false);
    expect(hasBegun({ outline: outline('untouched'), lesson, revision: 1, checks: { revision: 0 } })).toBe(true);
    expect(hasBegun({ outline: outline('untouched'), lesson, revision: 0, checks: { revision: 1 } })).toBe(true);
  });

  it('has begun when it was worked on in an earlier session', () => {
    expect(hasBegun({ outline: outline('started'), lesson, revision: 0, checks: { revision: 0 } })).toBe(true);
    expect(hasBegun({ outline: outline('completed'), lesson, revision: 0, checks: { revision: 0 } })).toBe(true);
  });
});
