import type { Section } from './schema-sections.ts';

/** One of several kinds, such as `kind: http`, with what stands in it. */
export type KindGroup = { head: Section; inner: Section[] };

/**
 * The sections of a file in their order: those of all kinds as they are, those of one kind in a group. A kind within a
 * kind, and what is not of a kind, is no group of its own.
 */
export function kindGroups(sections: readonly Section[]): (Section | KindGroup)[] {
  const out: (Section | KindGroup)[] = [];
  for (const section of sections) {
    const last = out.at(-1);
    if (last && 'head' in last && isWithin(section, last.head)) last.inner.push(section);
    else out.push(section.kind === null ? section : { head: section, inner: [] });
  }
  return out;
}

const isWithin = ({ path }: Section, { path: outer }: Section): boolean =>
  path.length > outer.length && outer.every((part, at) => part === path[at]);
