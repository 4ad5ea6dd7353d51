import { parseDocument } from 'yaml';
import { LessonFrontmatter } from '../../contract/lesson.ts';

const UNNAMED = 'unnamed-lesson';

/**
 * What can be saved of a frontmatter with mistakes: each field that is valid by itself, defaults for the others.
 * The id is that of the folder: the two are the same in a lesson without mistakes.
 */
export function fallbackFrontmatter(yaml: string, file: string): LessonFrontmatter {
  const folder = file.split('/').at(-2) ?? '';
  const fallback: Record<string, unknown> = {
    id: LessonFrontmatter.shape.id.safeParse(folder).success ? folder : UNNAMED,
    title: folder === '' ? 'Unnamed lesson' : folder,
    summary: 'The file of this lesson has a mistake.',
    minutes: 5,
    goals: ['See what is wrong in the file of this lesson.'],
  };
  const data = readLoosely(yaml);
  for (const [name, field] of Object.entries(LessonFrontmatter.shape)) {
    if (name === 'id' && fallback.id !== UNNAMED) continue;
    if (Object.hasOwn(data, name) && field.safeParse(data[name]).success) fallback[name] = data[name];
  }
  return LessonFrontmatter.parse(fallback);
}

function readLoosely(yaml: string): Record<string, unknown> {
  try {
    const data: unknown = parseDocument(yaml, { uniqueKeys: false }).toJS({ maxAliasCount: 0 });
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
