import { expect, test } from 'vitest';
import { COURSE_FILES } from '../../../src/core/course/course-files.ts';
import { kindGroups } from './kind-groups.ts';
import { schemaNode } from './schema-node.ts';
import { schemaSections } from './schema-sections.ts';

const sectionsOf = (id: string) =>
  schemaSections(schemaNode(COURSE_FILES.find((file) => file.id === id)?.schema ?? expect.fail(id)));

test('each kind of check is a group with all that stands in it, and no section is lost', () => {
  const sections = sectionsOf('checks');
  const groups = kindGroups(sections);
  const kinds = groups.flatMap((group) => ('head' in group ? [group.head.path.join('.')] : []));
  expect(kinds).toContain('checks.http');
  expect(kinds).toContain('checks.decision');
  expect(groups.flatMap((group) => ('head' in group ? [group.head, ...group.inner] : [group]))).toEqual(sections);
  for (const group of groups)
    if ('head' in group)
      for (const { path } of group.inner) expect(path.join('.')).toMatch(`${group.head.path.join('.')}.`);
});

test('a file without kinds has its sections as they are', () => {
  const sections = sectionsOf('course');
  expect(kindGroups(sections)).toEqual(sections);
});
