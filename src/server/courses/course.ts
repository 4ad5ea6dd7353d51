import type { Check } from '../../contract/check.ts';
import type { CompareView } from '../../contract/compare.ts';
import type { CourseFile, Stage } from '../../contract/course.ts';
import type { GlossaryFile } from '../../contract/glossary.ts';
import type { PlantedFile } from '../../contract/learner-tests.ts';
import type { LessonBlock, LessonFrontmatter, MutantFile, QuizFile } from '../../contract/lesson.ts';
import type { Problem } from '../../contract/problem.ts';
import type { WorkspaceFile } from '../../contract/session.ts';
import type { Source } from './source.ts';

/** What a folder of a lesson changes in the project that it stands on. */
export type Delta = { files: WorkspaceFile[]; removed: string[] };

export type Mutant = { id: string; file: MutantFile; delta: Delta };

/** A bug that the learner's own tests must catch: the solution with `delta`. */
export type Planted = { id: string; file: PlantedFile; delta: Delta };

export type LessonTrack = {
  readonly starter: Delta;
  readonly solution: Delta;
  readonly mutants: Mutant[];
  readonly planted: Planted[];
};

export type Question = QuizFile['questions'][number];

/** A code fence of the prose that names the file it shows. `line` counts from 1 in lesson.md. */
export type ShownCode = { file: string; code: string; line: number };

/** A link of the prose. `line` counts from 1 in lesson.md. `alt` is that of an image, and null for everything else. */
export type LessonLink = { href: string; line: number; alt: string | null };

/**
 * One lesson as it stands on disk; what could not be read has a default, and `problems` says why. Each part is read when
 * it is first asked for: a list of a thousand lessons needs their frontmatter only. `problems` reads all of it.
 */
export type Lesson = {
  readonly id: string;
  /** Relative to the course, with forward slashes. */
  readonly dir: string;
  readonly stage: Stage;
  readonly frontmatter: LessonFrontmatter;
  readonly blocks: LessonBlock[];
  readonly checks: Check[];
  readonly hints: Record<string, string[]>;
  readonly quiz: Question[];
  readonly tracks: Map<string, LessonTrack>;
  /** Null when it has nothing to compare. */
  readonly compare: CompareView | null;
  readonly fences: ShownCode[];
  readonly links: LessonLink[];
  /** lesson.md, to say in which line a mistake is. */
  readonly source: Source;
  readonly problems: Problem[];
  /** Null until `problems` was asked for. */
  readonly knownProblems: Problem[] | null;
};

/** The lessons of a course by id, in the order in which they are taught. */
export type Lessons = Pick<ReadonlyMap<string, Lesson>, 'get' | 'keys' | 'values' | 'size'>;

/** A course; of its lessons nothing is read yet. `problems` are those that belong to no single lesson. */
export type Course = {
  dir: string;
  file: CourseFile;
  lessons: Lessons;
  templates: Map<string, Delta>;
  /** By id; empty when the course has no glossary.yaml or it could not be read. */
  glossary: GlossaryFile['terms'];
  problems: Problem[];
};
