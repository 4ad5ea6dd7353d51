import { parse } from 'yaml';
import type { CourseFileKind } from '../../../src/core/course/course-files.ts';
import { titledFences } from './fences.ts';

const FRONTMATTER = /^---\r?\n([\s\S]*?)\r?\n---/;

/** Texts by path. */
type Texts = Readonly<Record<string, string>>;

/** The data of each of these files that is of this kind. */
export function filesOfKind(kind: CourseFileKind, texts: Texts): unknown[] {
  return Object.entries(texts)
    .filter(([path]) => nameOf(path) === nameOf(kind.path))
    .map(([, text]) => dataOf(kind, text));
}

/** The data of the code blocks of this kind on pages of the manual. */
export function fencesOfKind(kind: CourseFileKind, pages: Texts): unknown[] {
  const fences = Object.values(pages).flatMap(titledFences);
  return fences.filter(({ title }) => nameOf(title) === nameOf(kind.path)).map(({ text }) => dataOf(kind, text));
}

/** What a text of this kind says, without a look at its schema. */
export function dataOf(kind: CourseFileKind, text: string): unknown {
  return parse(kind.format === 'frontmatter' ? (FRONTMATTER.exec(text)?.[1] ?? '') : text);
}

/** The last part of a path: what kind of file it is. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
