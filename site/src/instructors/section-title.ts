import type { Section } from './schema-sections.ts';

/** The heading of a section: `kind: http`, or the keys that lead to it, such as `request.generate` below a kind. */
export function sectionTitle({ path, kind }: Pick<Section, 'path' | 'kind'>): { title: string; depth: 2 | 3 } {
  if (path.length === 0) return { title: 'The file', depth: 2 };
  if (kind !== null) return { title: `\`${kind}\``, depth: path.length > 2 ? 3 : 2 };
  const keys = path.slice(-2).map((key) => (key === 'name' ? '<name>' : key));
  return { title: `\`${keys.join('.')}\``, depth: path.length > 1 ? 3 : 2 };
}
