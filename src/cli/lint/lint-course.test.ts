import { describe, expect, onTestFinished, test } from 'vitest';
import type { Problem } from '../../contract/problem.ts';
import { type CourseEdit, copyCourse, GOOD_COURSE } from '../../server/courses/course-copy.ts';
import { loadCourse } from '../../server/courses/load-course.ts';
import { lintCourse } from './lint-course.ts';

async function lintWith(edits: CourseEdit[]): Promise<Problem[]> {
  const { dir, remove } = await copyCourse(edits);
  onTestFinished(remove);
  return await lintCourse(await loadCourse(dir));
}

const PLAN = 'plan/plan-books';
const LIST = 'build/list-books';
const CREATE = 'build/create-book';

/** Each row: what is wrong, the edits, and the one problem that they cause. */
const MISTAKES: [string, CourseEdit[], Partial<Problem>][] = [
  [
    'a misspelled key of a check',
    [{ file: `${CREATE}/checks.yaml`, from: 'severity:', to: 'serverity:' }],
    { code: 'RW_COURSE_SCHEMA', file: `${CREATE}/checks.yaml`, line: 28, column: 5, nearest: 'severity' },
  ],
  [
    'a misspelled kind of check',
    [{ file: `${LIST}/checks.yaml`, from: 'kind: contract', to: 'kind: contrct' }],
    { code: 'RW_COURSE_SCHEMA', file: `${LIST}/checks.yaml`, line: 16, nearest: 'contract' },
  ],
  [
    'a misspelled key of the frontmatter',
    [{ file: `${LIST}/lesson.md`, from: 'open:', to: 'opne:' }],
    { code: 'RW_COURSE_SCHEMA', file: `${LIST}/lesson.md`, line: 8, nearest: 'open' },
  ],
  [
    'YAML that cannot be read',
    [{ file: `${LIST}/hints.yaml`, from: 'schemaVersion: 1', to: 'schemaVersion: 1: 1' }],
    { code: 'RW_COURSE_YAML', file: `${LIST}/hints.yaml`, line: 1 },
  ],
  [
    'a missing file',
    [{ file: `${LIST}/hints.yaml`, removed: true }],
    { code: 'RW_COURSE_FILE_MISSING', file: `${LIST}/hints.yaml` },
  ],
  [
    'a misspelled file',
    [{ file: `${LIST}/quizz.yaml`, text: '' }],
    { code: 'RW_COURSE_UNUSED', file: `${LIST}/quizz.yaml`, nearest: 'quiz.yaml' },
  ],
  [
    'a misspelled folder of a track',
    [{ file: `${LIST}/fastify/mutant/x/app.ts`, text: '' }],
    { code: 'RW_COURSE_UNUSED', file: `${LIST}/fastify/mutant`, nearest: 'mutants' },
  ],
  [
    'a check id used twice',
    [
      { file: `${CREATE}/checks.yaml`, from: 'id: own-ids', to: 'id: is-there' },
      { file: `${CREATE}/fastify/mutants/forgets/mutant.yaml`, from: ', own-ids', to: '' },
      { file: `${CREATE}/fastify/mutants/same-id/mutant.yaml`, from: 'own-ids', to: 'is-there' },
    ],
    { code: 'RW_COURSE_ID', file: `${CREATE}/checks.yaml`, line: 26, path: 'checks[2].id' },
  ],
  [
    'an id that is not the name of the folder',
    [{ file: `${LIST}/lesson.md`, from: 'id: list-books', to: 'id: list-book' }],
    { code: 'RW_COURSE_ID', file: `${LIST}/lesson.md`, line: 2, path: 'id', expected: 'list-books' },
  ],
  [
    'a lesson listed twice',
    [{ file: 'course.yaml', from: '[list-books, create-book]', to: '[list-books, create-book, list-books]' }],
    { code: 'RW_COURSE_ID', file: 'course.yaml', line: 18, path: 'stages[1].lessons[2]' },
  ],
  [
    'a lesson not listed',
    [{ file: 'course.yaml', from: '[list-books, create-book]', to: '[list-books]' }],
    { code: 'RW_COURSE_ID', file: CREATE },
  ],
  [
    'a hint for a check that is not there',
    [{ file: `${PLAN}/hints.yaml`, from: '  versioned:', to: '  versionde: [one, two]\n  versioned:' }],
    { code: 'RW_COURSE_REFERENCE', file: `${PLAN}/hints.yaml`, line: 6, path: 'hints.versionde', nearest: 'versioned' },
  ],
  [
    'a required check without hints',
    [
      {
        file: `${PLAN}/hints.yaml`,
        from: '  versioned:\n    - Look at the base path.\n    - It ends with a v and a number.\n',
        to: '',
      },
    ],
    { code: 'RW_COURSE_HINT', file: `${PLAN}/checks.yaml`, line: 17, path: 'checks[1].id' },
  ],
  [
    'a task that is not in the text',
    [{ file: `${CREATE}/checks.yaml`, from: 'task: create-it', to: 'task: creat-it' }],
    {
      code: 'RW_COURSE_REFERENCE',
      file: `${CREATE}/checks.yaml`,
      line: 5,
      path: 'checks[0].task',
      nearest: 'create-it',
    },
  ],
  [
    'a task that no check ticks',
    [{ file: `${CREATE}/lesson.md`, from: 'Answer 201 and', to: '## Rest {#rest}\n\nAnswer 201 and' }],
    { code: 'RW_COURSE_UNUSED', file: `${CREATE}/lesson.md`, line: 15 },
  ],
  [
    'needs that name no check',
    [{ file: `${CREATE}/checks.yaml`, from: 'needs: created', to: 'needs: create' }],
    {
      code: 'RW_COURSE_REFERENCE',
      file: `${CREATE}/checks.yaml`,
      line: 18,
      path: 'checks[1].needs',
      nearest: 'created',
    },
  ],
  [
    'a check that needs itself',
    [{ file: `${CREATE}/checks.yaml`, from: 'needs: created', to: 'needs: is-there' }],
    { code: 'RW_COURSE_NEEDS', file: `${CREATE}/checks.yaml`, line: 18, path: 'checks[1].needs' },
  ],
  [
    'a matcher that does not exist',
    [{ file: `${CREATE}/checks.yaml`, from: '$type: integer', to: '$typ: integer' }],
    { code: 'RW_COURSE_SCHEMA', file: `${CREATE}/checks.yaml`, line: 13, nearest: '$type' },
  ],
  [
    'a value that no step captured',
    [{ file: `${CREATE}/checks.yaml`, from: '"{{location}}"', to: '"{{locaton}}"' }],
    { code: 'RW_COURSE_SCHEMA', file: `${CREATE}/checks.yaml`, line: 24, nearest: 'location' },
  ],
  [
    'checks that need each other',
    [{ file: `${CREATE}/checks.yaml`, from: '    title: POST', to: '    needs: is-there\n    title: POST' }],
    { code: 'RW_COURSE_NEEDS', file: `${CREATE}/checks.yaml`, line: 6, path: 'checks[0].needs' },
  ],
  [
    'a mutant that fails a check that is not there',
    [{ file: `${LIST}/fastify/mutants/not-a-list/mutant.yaml`, from: '[lists]', to: '[list]' }],
    { code: 'RW_COURSE_REFERENCE', line: 4, path: 'fails[0]', nearest: 'lists' },
  ],
  [
    'a mutant that answers a question that is not there',
    [{ file: `${PLAN}/fastify/mutants/wrong-answer/mutant.yaml`, from: 'why-version:', to: 'why-versions:' }],
    { code: 'RW_COURSE_REFERENCE', line: 6, path: 'answers.why-versions', nearest: 'why-version' },
  ],
  [
    'a mutant that changes nothing',
    [{ file: `${LIST}/fastify/mutants/not-a-list/src`, removed: true }],
    { code: 'RW_COURSE_UNUSED', file: `${LIST}/fastify/mutants/not-a-list/mutant.yaml` },
  ],
  [
    'two right answers',
    [{ file: `${PLAN}/quiz.yaml`, from: 'faster.\n', to: 'faster.\n        correct: true\n' }],
    { code: 'RW_COURSE_QUIZ', file: `${PLAN}/quiz.yaml`, line: 3, path: 'questions[0]' },
  ],
  [
    'a question that is not there',
    [{ file: `${PLAN}/checks.yaml`, from: '[why-version]', to: '[why-version, why-versions]' }],
    { code: 'RW_COURSE_REFERENCE', line: 31, path: 'checks[2].questions[1]', nearest: 'why-version' },
  ],
  [
    'a link to a lesson that is not there',
    [{ file: `${LIST}/lesson.md`, from: 'lesson:plan-books', to: 'lesson:plan-book' }],
    { code: 'RW_COURSE_LINK', file: `${LIST}/lesson.md`, line: 11, nearest: 'lesson:plan-books' },
  ],
  [
    'a link to a task that is not there',
    [{ file: `${LIST}/lesson.md`, from: '(#list-it)', to: '(#list)' }],
    { code: 'RW_COURSE_LINK', file: `${LIST}/lesson.md`, line: 22 },
  ],
  [
    'a link without https',
    [{ file: `${CREATE}/lesson.md`, from: 'https://', to: 'http://' }],
    { code: 'RW_COURSE_LINK', file: `${CREATE}/lesson.md`, line: 11 },
  ],
  [
    'a file to open that is not there',
    [{ file: `${LIST}/lesson.md`, from: 'open: [src/app.ts]', to: 'open: [src/ap.ts]' }],
    { code: 'RW_COURSE_REFERENCE', file: `${LIST}/lesson.md`, line: 8, path: 'open[0]', nearest: 'src/app.ts' },
  ],
  [
    'a template that is not there',
    [
      { file: `${PLAN}/lesson.md`, from: 'template:base', to: 'template:bas' },
      { file: `${PLAN}/lesson.md`, from: 'open: [plan.yaml]\n', to: '' },
    ],
    { code: 'RW_COURSE_INHERITS', file: `${PLAN}/lesson.md`, line: 8, path: 'inherits', nearest: 'base' },
  ],
  [
    'inheriting from a later lesson',
    [
      { file: `${LIST}/lesson.md`, from: 'open:', to: 'inherits: lesson:create-book\nopen:' },
      { file: `${CREATE}/lesson.md`, from: 'open: [src/app.ts, plan.yaml]', to: 'inherits: template:base' },
    ],
    { code: 'RW_COURSE_INHERITS', file: `${LIST}/lesson.md`, line: 8, path: 'inherits' },
  ],
  [
    'a carried file that is nowhere',
    [{ file: 'course.yaml', from: '[plan.yaml]', to: '[plans.yaml]' }],
    { code: 'RW_COURSE_REFERENCE', file: 'course.yaml', line: 5, path: 'carries[0]', nearest: 'plan.yaml' },
  ],
  [
    'a link in a folder of code',
    [{ file: `${LIST}/fastify/solution/src/secret.ts`, linkTo: '/etc/hostname' }],
    { code: 'RW_COURSE_NOT_PLAIN', file: `${LIST}/fastify/solution/src/secret.ts` },
  ],
  [
    'a hint with a line of the solution',
    [{ file: `${CREATE}/hints.yaml`, from: 'Something must keep', to: 'Write `books.set(book.id, book);` to keep' }],
    { code: 'RW_COURSE_HINT', file: `${CREATE}/hints.yaml`, line: 7, path: 'hints.is-there[0]' },
  ],
  [
    'a fence that is not what the file contains',
    [{ file: `${LIST}/lesson.md`, from: '  const app = Fastify();', to: '  const app = Fastify({});' }],
    { code: 'RW_COURSE_FENCE', file: `${LIST}/lesson.md`, line: 17 },
  ],
];

describe('lint', () => {
  test('finds nothing in a good course', async () => {
    expect(await lintCourse(await loadCourse(GOOD_COURSE))).toEqual([]);
  });

  test.each(MISTAKES)('reports %s once, where it is', async (_, edits, problem) => {
    const problems = await lintWith(edits);
    expect(problems).toEqual([expect.objectContaining(problem)]);
  });
});
