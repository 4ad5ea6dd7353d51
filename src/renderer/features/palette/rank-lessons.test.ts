import { expect, it } from 'vitest';
import { matchesTyped, rankLessons } from './rank-lessons.ts';

const lesson = (id: string, title: string, summary = '') => ({
  id,
  title,
  summary,
  minutes: 10,
  status: 'untouched' as const,
  problems: 0,
});

const STAGES = [
  {
    id: 'endpoints',
    title: 'Endpoints',
    summary: '',
    lessons: [
      lesson('first-route', 'The first route', 'No injection here, and no second version.'),
      lesson('a-second-version', 'A second version', 'Both answer.'),
    ],
  },
  {
    id: 'validation',
    title: 'Validation',
    summary: '',
    lessons: [
      lesson('injection', 'SQL in a search box'),
      lesson('versions', 'Second versions of a schema'),
      lesson('cafe', 'The café’s limits'),
    ],
  },
];

const ids = (typed: string) => {
  const { named, about } = rankLessons(STAGES, typed);
  return [named.map(({ id }) => id), about.map(({ id }) => id)];
};

it('puts a lesson that is called so before those that only speak of it', () => {
  expect(ids('A second version')).toEqual([['a-second-version', 'versions'], ['first-route']]);
  expect(ids('second version')).toEqual([['versions', 'a-second-version'], ['first-route']]);
});

it('knows a lesson by its id, which its address shows', () => {
  expect(ids('Injection')).toEqual([['injection'], ['first-route']]);
  expect(ids('first-route')).toEqual([['first-route'], []]);
});

it('takes beginnings of words before parts of them, and words in any order', () => {
  expect(ids('version a')).toEqual([['a-second-version', 'versions'], ['first-route']]);
  expect(ids('ersion')).toEqual([['a-second-version', 'versions'], ['first-route']]);
});

it('finds by stage, and ignores capitals and accents', () => {
  expect(ids('validation search')).toEqual([[], ['injection']]);
  expect(ids('CAFE')).toEqual([['cafe'], []]);
  expect(matchesTyped('Theme: Dark', 'dark th')).toBe(true);
  expect(matchesTyped('Theme: Dark', 'light')).toBe(false);
});

it('finds nothing for what nobody wrote', () => {
  expect(ids('zebra')).toEqual([[], []]);
});
