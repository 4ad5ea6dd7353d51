import { describe, expect, it } from 'vitest';
import { menuOf } from './side-menu.ts';

type Entry = Parameters<typeof menuOf>[1][number];

const link = (href: string, isCurrent = false): Entry => ({
  type: 'link',
  label: href,
  href,
  isCurrent,
  badge: undefined,
  attrs: {},
});
const current = (href: string): Entry => link(href, true);
const group = (label: string, ...entries: Entry[]): Entry => ({
  type: 'group',
  label,
  entries,
  collapsed: false,
  badge: undefined,
});

const stage = group('1 Plan', link('/d/course/stage/plan/'), link('/d/course/first/'));
const course = group('Course', link('/d/course/'), stage);
const reference = group('Reference', link('/d/reference/'), link('/d/errors/'));
const menu = [course, reference, link('/d/releases/')];

describe('the side menu of a page', () => {
  it('marks no other entry where the page has its own', () => {
    const own = group('Reference', link('/d/reference/'), current('/d/reference/limits/'));
    expect(menuOf('/d/reference/limits/', [course, own])).toEqual(own.type === 'group' ? own.entries : []);
  });

  it('is the part of the site that the page is in', () => {
    const first = group('1 Plan', link('/d/course/stage/plan/'), current('/d/course/first/'));
    expect(menuOf('/d/course/first/', menu)).toEqual([link('/d/course/'), first]);
    expect(menuOf('/d/reference/', menu)).toEqual([current('/d/reference/'), link('/d/errors/')]);
  });

  it('is the part with the closest page above one that no menu names', () => {
    expect(menuOf('/d/errors/RW_COURSE_SCHEMA/', menu)).toEqual([link('/d/reference/'), current('/d/errors/')]);
    expect(menuOf('/d/course/diagrams/', menu)).toEqual([current('/d/course/'), stage]);
  });

  it('is everything, folded, for a page of no part', () => {
    const folded = [{ ...course, collapsed: true }, { ...reference, collapsed: true }, link('/d/releases/')];
    expect(menuOf('/d/releases/', menu)).toEqual(folded);
    expect(menuOf('/d/', menu)).toEqual(folded);
  });
});
