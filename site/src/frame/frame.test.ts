import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCourse } from '../../../src/server/courses/load-course.ts';
import { repositoryOf } from './address.ts';
import { type Card, cardFile, cardOf } from './cards.ts';
import { courseCounts, frontStages } from './front.ts';
import { about, dayInWords } from './releases.ts';
import { sectionOf } from './sections.ts';

const good = await loadCourse(fileURLToPath(new URL('../../../e2e/fixtures/good/', import.meta.url)));

describe('the repository, from where its files are edited', () => {
  it.each([
    ['https://github.com/owner/name/edit/main/', 'https://github.com/owner/name'],
    ['https://gitlab.com/group/sub/name/-/edit/main/', 'https://gitlab.com/group/sub/name'],
    ['https://codeberg.org/owner/name/_edit/main/', 'https://codeberg.org/owner/name'],
  ])('%s', (edit, repository) => expect(repositoryOf(edit)).toBe(repository));

  it('is not guessed', () => {
    expect(repositoryOf(null)).toBeNull();
    expect(repositoryOf('https://example.org/files/')).toBeNull();
  });
});

describe('the card of a page', () => {
  const card = (page: string): Card => ({ page, over: '', title: page, text: '', way: { parts: 1, gone: 1 } });
  const cards = [card(''), card('hosts/'), card('reference/'), card('course/'), card('course/first-route/')];

  it('is its own, or that of its part, or that of the front page', () => {
    expect(cardOf('course/first-route/', cards).title).toBe('course/first-route/');
    expect(cardOf('hosts/proxy/', cards).title).toBe('hosts/');
    expect(cardOf('errors/RW_COURSE_SCHEMA/', cards).title).toBe('reference/');
    expect(cardOf('404/', cards).page).toBe('');
  });

  it('has a file of its own', () => {
    expect(cards.map(cardFile)).toContain('og/course/first-route.png');
    expect(new Set(cards.map(cardFile)).size).toBe(cards.length);
  });
});

it('a page is in one part of the site, or in none', () => {
  expect(sectionOf('course/glossary/')?.label).toBe('Course');
  expect(sectionOf('api/')?.label).toBe('Reference');
  expect(sectionOf('')).toBeNull();
});

describe('the front page tells of a course', () => {
  it('its stages in order, with as many lessons and minutes as they have', () => {
    const stages = frontStages(good);
    expect(stages.map(({ id }) => id)).toEqual(good.file.stages.map(({ id }) => id));
    for (const [at, { lessons, able }] of stages.entries()) {
      const [first = ''] = good.file.stages[at]?.lessons ?? [];
      expect(lessons).toBe(good.file.stages[at]?.lessons.length);
      expect(good.lessons.get(first)?.frontmatter.goals).toContain(able[0]);
      expect(able.length).toBeLessThanOrEqual(3);
    }
  });

  it('how much it holds', () => {
    const { lessons, checks, mutants } = courseCounts(good);
    expect(lessons).toBe(good.lessons.size);
    expect(checks).toBeGreaterThanOrEqual(lessons);
    expect(mutants).toBeGreaterThan(0);
  });
});

describe('a release', () => {
  it('is told in one paragraph without marks', () => {
    expect(about('The **first** of [many](https://x.example).\n\n- one')).toBe('The first of many.');
  });

  it('has a day that one can read', () => expect(dayInWords('2026-11-03')).toBe('3 November 2026'));
});
