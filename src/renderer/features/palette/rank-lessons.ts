import type { CourseOutline } from '../../../contract/api.ts';

type Stage = CourseOutline['stages'][number];
type Lesson = Stage['lessons'][number];

/** Lessons that what was typed names, the best first; and those that only speak of it, in the order of the course. */
export type Ranked = { named: Lesson[]; about: Lesson[] };

/** What was typed, word by word, against each lesson's title and id, and after that its stage and summary. */
export function rankLessons(stages: readonly Stage[], typed: string): Ranked {
  const words = wordsOf(typed);
  const named: { lesson: Lesson; rank: number }[] = [];
  const about: Lesson[] = [];
  for (const stage of stages) {
    for (const lesson of stage.lessons) {
      const rank = rankOf(lesson, words);
      if (rank !== null) named.push({ lesson, rank });
      else if (holds(`${stage.title} ${lesson.title} ${lesson.summary}`, words)) about.push(lesson);
    }
  }
  return { named: named.toSorted((a, b) => a.rank - b.rank).map(({ lesson }) => lesson), about };
}

/** Does `text` hold every word that was typed? Capitals, accents and hyphens do not count. */
export function matchesTyped(text: string, typed: string): boolean {
  return holds(text, wordsOf(typed));
}

/** 0 is the best; null when title and id do not hold all of it. */
function rankOf({ title, id }: Lesson, words: string[]): number | null {
  const typed = words.join(' ');
  const names = [plain(title), plain(id)];
  if (names.includes(typed)) return 0;
  if (names.some((name) => name.startsWith(typed))) return 1;
  if (names.some((name) => words.every((word) => name.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word)))))
    return 2;
  return names.some((name) => holds(name, words)) ? 3 : null;
}

const holds = (text: string, words: string[]): boolean => words.every((word) => plain(text).includes(word));

const wordsOf = (typed: string): string[] => plain(typed).split(/\s+/).filter(Boolean);

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('-', ' ').toLowerCase();
