import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ERRORS } from '../../../../src/contract/errors.ts';
import { AREA_NAMES, areaOf } from './areas.ts';
import { CODES, errorPage } from './error-page.ts';
import { MEANINGS } from './meanings.ts';
import { placesOfCodes } from './places.ts';

test('each row of the table has a page of its own', () => {
  expect([...CODES].sort()).toEqual(Object.keys(ERRORS).sort());
  expect(new Set(CODES.map((code) => errorPage(code).slug)).size).toBe(CODES.length);
});

test('a meaning is written for those codes alone whose sentence has no words of its own', () => {
  const bare = CODES.filter((code) => /^\{\w+\}$/.test(ERRORS[code].message));
  expect(Object.keys(MEANINGS).sort()).toEqual(bare.sort());
});

test('each area has codes', () => {
  expect(AREA_NAMES.filter((area) => !CODES.some((code) => areaOf(code) === area))).toEqual([]);
});

describe.each(CODES)('%s', (code) => {
  test('shows sentences without a hole, and says what stands in each', () => {
    const page = errorPage(code);
    expect(`${page.example.message} ${page.example.action}`).not.toMatch(/\{[a-z]+\}/);
    expect(page.placeholders.filter(({ about }) => about === '')).toEqual([]);
  });

  test('says in one line what it means, as a whole sentence', () => {
    const { message, summary } = errorPage(code);
    expect(message).not.toMatch(/^\{\w+\}$|[.:]\{/);
    expect(summary).toMatch(/^.{10,}[.:!?]$/);
    expect(summary).not.toMatch(/\{\w+\}/);
  });

  test('leads to others of its area only', () => {
    const { related, area } = errorPage(code);
    expect(related).not.toContain(code);
    expect(related.filter((other) => areaOf(other) !== area)).toEqual([]);
  });
});

test('each code comes from somewhere', () => {
  const places = placesOfCodes(join(import.meta.dirname, '../../../..'));
  expect([...places].filter(([, files]) => files.length === 0).map(([code]) => code)).toEqual([]);
  expect(places.get('RW_COURSE_NOT_FOUND')).toEqual(['src/server/courses/load-course.ts']);
});
