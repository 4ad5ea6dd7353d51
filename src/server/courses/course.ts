import type { Check } from '../../contract/check.ts';
import type { CourseFile, Stage } from '../../contract/course.ts';
import type { LessonBlock, LessonFrontmatter, MutantFile, QuizFile } from '../../contract/lesson.ts';
import type { Problem } from '../../contract/problem.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import type { Source } from './source.ts';

/** What a folder of a lesson changes in the project that it stands on. */
export type Delta = { files: WorkspaceFile[]; removed: string[] };

export type Mutant = { id: string; file: MutantFile; delta: Delta };

export type LessonTrack = { starter: Delta; solution: Delta; mutants: Mutant[] };

export type Question = QuizFile['questions'][number];

/** A code fence of the prose that names the file it shows. `line` counts from 1 in lesson.md. */
export type ShownCode = { file: string; code: string; line: number };

/** A link of the prose. `line` counts from 1 in lesson.md. */
export type LessonLink = { href: string; line: number };

/** One lesson as it stands on disk; what could not be read has a default, and `problems` says why. */
export type Lesson = {
  id: string;
  /** Relative to the course, with forward slashes. */
  dir: string;
  stage: Stage;
  frontmatter: LessonFrontmatter;
  blocks: LessonBlock[];
  checks: Check[];
  hints: Record<string, string[]>;
  quiz: Question[];
  tracks: Map<string, LessonTrack>;
  fences: ShownCode[];
  links: LessonLink[];
  /** lesson.md, to say in which line a mistake is. */
  source: Source;
  problems: Problem[];
};

/** A course read once and completely. `problems` are those that belong to no single lesson. */
export type Course = {
  dir: string;
  file: CourseFile;
  lessons: Map<string, Lesson>;
  templates: Map<string, Delta>;
  problems: Problem[];
};
