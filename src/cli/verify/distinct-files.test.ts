import { expect, test } from 'vitest';
import { projectGroups, type TypedProject } from './distinct-files.ts';

const GUARD = `import type { Caller } from './tokens.ts';
declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
}
`;

const project = (key: string, tokens: string): TypedProject => ({
  key,
  files: [
    { path: 'src/guards.ts', text: GUARD },
    { path: 'src/tokens.ts', text: tokens },
    { path: 'src/books.ts', text: 'export const books = 1;\n' },
  ],
});

const caller = (fields: string, rest: string) => `export interface Caller {\n  ${fields}\n}\n\n${rest}\n`;
const keysOf = (projects: readonly TypedProject[]) =>
  projectGroups(projects, false).map((group) => [
    ...new Set([...group.values()].flatMap((file) => file.projects.map(({ key }) => key))),
  ]);

test('projects that declare the same for all are one group only when the types that they name are the same', () => {
  const first = project('first', caller('id: number;', 'export const seconds = 1;'));
  const later = project('later', caller('id: number;', 'export const seconds = 2;'));
  const other = project('other', caller('id: number; roles: string[];', 'export const seconds = 1;'));
  expect(keysOf([first, later, other])).toEqual([['first', 'later'], ['other']]);
});

test('a type that is not seen where it is imported from tells by all that stands there', () => {
  const first = project('first', "export type { Caller } from './first.ts';\n");
  const other = project('other', "export type { Caller } from './other.ts';\n");
  expect(keysOf([first, other])).toEqual([['first'], ['other']]);
});

test('a file that several projects have with all that it imports is one', () => {
  const [group] = projectGroups(
    [project('first', caller('id: number;', '')), project('later', caller('id: number;', ''))],
    false,
  );
  expect(new Set(group?.values()).size).toBe(3);
});
