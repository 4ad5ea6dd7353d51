import type { CheckView } from './check-view.ts';
import { freeId } from './free-id.ts';
import type { LessonPage } from './lesson-page.ts';
import { type ProseHeading, type ProsePart, type ProsePlace, prose } from './prose.ts';

/** A part of a lesson's text. Of a task there are its checks, and its questions when it asks them. */
export type LessonSection =
  | { type: 'prose'; parts: ProsePart[] }
  | { type: 'task'; id: string; title: string; parts: ProsePart[]; checks: CheckView[]; asks: boolean };

/** What comes after the text, in this order; null where there is nothing to show. */
export type Appendix = 'compare' | 'decision' | 'checks' | 'questions' | 'code' | 'mistakes' | 'planted';

const TITLES: Record<Appendix, string> = {
  compare: 'Side by side',
  decision: 'The decision',
  checks: 'Also checked',
  questions: 'Questions',
  code: 'Starter and solution',
  mistakes: 'Common mistakes',
  planted: 'Bugs that your tests must catch',
};
const WANTED: Record<Appendix, string> = {
  compare: 'side-by-side',
  decision: 'the-decision',
  checks: 'also-checked',
  questions: 'questions',
  code: 'solution',
  mistakes: 'common-mistakes',
  planted: 'planted-bugs',
};

export type Outline = {
  sections: LessonSection[];
  appendix: { kind: Appendix; id: string; title: string }[];
  /** Ids of the parts of a comparison, by part. */
  parts: Map<string, string>;
  /** Checks that tick no task. */
  loose: CheckView[];
  headings: ProseHeading[];
};

/** A lesson's page in its order, with an id for every heading that is on it once. */
export function lessonOutline(lesson: LessonPage, at: Omit<ProsePlace, 'ids'>): Outline {
  // What lessons link to is theirs; the rest of the page makes room.
  const ids = new Set(lesson.blocks.flatMap((block) => (block.type === 'task' ? [block.id] : [])));
  const headings: ProseHeading[] = [];
  const asksIn = taskOfQuestions(lesson);
  const sections = lesson.blocks.map((block): LessonSection => {
    if (block.type === 'task') headings.push({ depth: 2, slug: block.id, text: block.title });
    const read = prose(block.markdown, { ...at, ids });
    headings.push(...read.headings);
    if (block.type === 'prose') return { type: 'prose', parts: read.parts };
    const checks = lesson.checks.filter(({ task }) => task === block.id);
    return { type: 'task', id: block.id, title: block.title, parts: read.parts, checks, asks: block.id === asksIn };
  });

  const known = new Set(lesson.blocks.flatMap((block) => (block.type === 'task' ? [block.id] : [])));
  const loose = lesson.checks.filter(({ task }) => task === null || !known.has(task));
  const parts = new Map<string, string>();
  const appendix = shownOf(lesson, loose, asksIn).map((kind) => {
    const id = freeId(WANTED[kind], ids);
    headings.push({ depth: 2, slug: id, text: TITLES[kind] });
    for (const part of kind === 'compare' ? (lesson.compare?.parts ?? []) : []) {
      const slug = freeId(`compare-${part.id}`, ids);
      parts.set(part.id, slug);
      headings.push({ depth: 3, slug, text: part.title });
    }
    return { kind, id, title: TITLES[kind] };
  });
  return { sections, appendix, parts, loose, headings };
}

/** The questions stand in a task when one check, and one alone, asks them: as in the workbench. */
function taskOfQuestions({ checks }: LessonPage): string | null {
  const asking = checks.filter(({ kind }) => kind === 'Questions');
  return asking.length === 1 ? (asking[0]?.task ?? null) : null;
}

function shownOf(lesson: LessonPage, loose: readonly CheckView[], asksIn: string | null): Appendix[] {
  const has: Record<Appendix, boolean> = {
    compare: lesson.compare !== null,
    decision: lesson.decision !== null,
    checks: loose.length > 0,
    questions: lesson.quiz.length > 0 && asksIn === null,
    code: lesson.tracks.some(({ starter, solution, gone }) => starter.length + solution.length + gone.length > 0),
    mistakes: lesson.tracks.some(({ mistakes }) => mistakes.length > 0),
    planted: lesson.tracks.some(({ planted }) => planted.length > 0),
  };
  return (Object.keys(has) as Appendix[]).filter((kind) => has[kind]);
}
