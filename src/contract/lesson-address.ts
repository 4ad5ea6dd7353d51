import { Id } from './ids.ts';

/** The parameter of the workbench's address that names the lesson to open: `/?lesson=create-a-book`. */
export const LESSON_PARAMETER = 'lesson';

/**
 * The lesson that a query asks for (`location.search`, or what stands in a request's address from its `?` on); null when
 * it names none. An id has no character that a query would write in another way.
 */
export function lessonOf(query: string): string | null {
  const asked = Id.safeParse(new RegExp(`[?&]${LESSON_PARAMETER}=([^&#]*)`).exec(query)?.[1]);
  return asked.success ? asked.data : null;
}
