import type { z } from 'zod';
import { ChecksFile } from '../../contract/check.ts';
import { CompareFile } from '../../contract/compare.ts';
import { CourseFile } from '../../contract/course.ts';
import { Decision } from '../../contract/decision.ts';
import { GlossaryFile } from '../../contract/glossary.ts';
import { PlantedFile } from '../../contract/learner-tests.ts';
import { HintsFile, LessonFrontmatter, MutantFile, QuizFile } from '../../contract/lesson.ts';
import { Plan } from '../../contract/plan.ts';
import { FILE_EXAMPLES } from './file-examples.ts';

/** "needed in each lesson": whatever a course has of these must have the file or folder. */
export type Needed = `in each ${'course' | 'lesson' | 'mutant' | 'planted bug'}`;

export type CourseFileKind = {
  /** Stable; the JSON Schema of this kind is `<id>.schema.json`. */
  id: keyof typeof FILE_EXAMPLES;
  /** Where it stands in a course: `<stage>/<lesson>/checks.yaml`. The last part is its name, wherever it stands. */
  path: string;
  /** `frontmatter`: YAML between two lines of `---` above the Markdown; the schema is that of the YAML. */
  format: 'yaml' | 'frontmatter';
  schema: z.ZodType;
  /** What it is, in one or two sentences. */
  about: string;
  /** Where one must stand; null: where the author wants one. */
  needed: Needed | null;
  /** Whether learners meet it in their workspace. Then nothing may stand in it that is for authors only. */
  inWorkspace: boolean;
  /** A whole file with the least that it may say. */
  example: string;
};

type Row = Omit<CourseFileKind, 'id' | 'format' | 'inWorkspace' | 'example'>;

const kind = (id: CourseFileKind['id'], row: Row): CourseFileKind => ({
  id,
  format: row.path.endsWith('.md') ? 'frontmatter' : 'yaml',
  inWorkspace: row.path.includes('/starter/'),
  example: FILE_EXAMPLES[id],
  ...row,
});

/** Every kind of file that a course may hold and that has a schema. Editors, the manual and the linter's tests read it. */
export const COURSE_FILES: readonly CourseFileKind[] = [
  kind('course', {
    path: 'course.yaml',
    schema: CourseFile,
    about: 'What the course is, its tracks, and the order of its stages and lessons. Order stands here alone.',
    needed: 'in each course',
  }),
  kind('glossary', {
    path: 'glossary.yaml',
    schema: GlossaryFile,
    about: 'Terms that lessons link to with `[text](term:<id>)`.',
    needed: null,
  }),
  kind('lesson', {
    path: '<stage>/<lesson>/lesson.md',
    schema: LessonFrontmatter,
    about: 'The text of a lesson. Its frontmatter says what the lesson is; each heading `## Title {#id}` is a task.',
    needed: 'in each lesson',
  }),
  kind('checks', {
    path: '<stage>/<lesson>/checks.yaml',
    schema: ChecksFile,
    about: 'What must hold for the lesson to be done. The server runs it; learner code cannot grade itself.',
    needed: 'in each lesson',
  }),
  kind('hints', {
    path: '<stage>/<lesson>/hints.yaml',
    schema: HintsFile,
    about: 'For each check two or three hints, from a nudge to nearly there. Learners ask for them one by one.',
    needed: 'in each lesson',
  }),
  kind('quiz', {
    path: '<stage>/<lesson>/quiz.yaml',
    schema: QuizFile,
    about: 'Questions that a `quiz` check asks, each answer explained.',
    needed: null,
  }),
  kind('compare', {
    path: '<stage>/<lesson>/compare.yaml',
    schema: CompareFile,
    about: 'The same program in several frameworks, side by side. Its files stand in one folder for each column.',
    needed: null,
  }),
  kind('mutant', {
    path: '<stage>/<lesson>/<track>/mutants/<mutant>/mutant.yaml',
    schema: MutantFile,
    about:
      'A small wrong solution that proves the checks. The files beside it replace those of the solution. Each check is failed by at least one mutant.',
    needed: 'in each mutant',
  }),
  kind('planted', {
    path: '<stage>/<lesson>/<track>/planted/<bug>/planted.yaml',
    schema: PlantedFile,
    about:
      "A bug that the learner's own tests must catch, for a `learner-tests` check. The files beside it replace those of the solution.",
    needed: 'in each planted bug',
  }),
  kind('plan', {
    path: '<stage>/<lesson>/<track>/starter/plan.yaml',
    schema: Plan,
    about:
      'The plan of the API, which becomes an OpenAPI document. It may stand wherever files of a project stand: in a template, a starter, a solution, a mutant.',
    needed: null,
  }),
  kind('decision', {
    path: '<stage>/<lesson>/<track>/starter/decision.yaml',
    schema: Decision,
    about:
      'A table that the learner fills: for each scenario one option, and the criteria that decided. It stands where files of a project stand, and a `decision` check judges it.',
    needed: null,
  }),
];

/** What else a course holds: folders and files that have no schema. */
export const COURSE_FOLDERS: readonly { path: string; about: string; needed: Needed | null }[] = [
  {
    path: 'templates/<name>/',
    about: 'A base project that lessons start from with `inherits: template:<name>`.',
    needed: null,
  },
  {
    path: 'diagrams/<picture>.svg',
    about:
      'A picture (SVG or PNG, at most 200 KB) for several lessons: `![What it shows](../../diagrams/<picture>.svg)`.',
    needed: null,
  },
  {
    path: '<stage>/<lesson>/<track>/',
    about: 'What the lesson holds for one track of the course.',
    needed: 'in each lesson',
  },
  {
    path: '<stage>/<lesson>/<track>/starter/',
    about: 'The files with which the learner starts: only those that differ from what the lesson inherits.',
    needed: null,
  },
  {
    path: '<stage>/<lesson>/<track>/solution/',
    about: 'The files of the right solution: only those that differ from the starter.',
    needed: null,
  },
  {
    path: '<stage>/<lesson>/<track>/solution/.remove',
    about:
      'Paths to take away from what is inherited, one a line; lines with # are comments. A starter, a mutant and a planted bug may have one, too.',
    needed: null,
  },
  {
    path: '<stage>/<lesson>/<column>/',
    about: 'The files of one column of compare.yaml, with `#region <part>` and `#endregion` comments.',
    needed: null,
  },
  {
    path: '<stage>/<lesson>/<picture>.svg',
    about: 'A picture (SVG or PNG, at most 200 KB) that lesson.md shows: `![What it shows](<picture>.svg)`.',
    needed: null,
  },
];
