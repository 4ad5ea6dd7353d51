import { lessonOf } from '../../contract/lesson-address.ts';

/**
 * The lesson that the page's address names; null when it names none. It is told once: the address is made clean, so that
 * a page that is loaded again shows the lesson that was open last.
 */
export function takeAskedLesson(): string | null {
  const { hash, pathname, search } = window.location;
  if (search !== '') window.history.replaceState(window.history.state, '', pathname + hash);
  return lessonOf(search);
}
