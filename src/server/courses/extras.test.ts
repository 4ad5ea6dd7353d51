import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Problem } from '../../contract/problem.ts';
import { checkAllLessons } from './check-all-lessons.ts';
import type { Course } from './course.ts';
import { type CourseEdit, copyCourse } from './course-copy.ts';
import { loadCourse } from './load-course.ts';

const LESSON = 'build/list-books';

async function load(edits: CourseEdit[]): Promise<{ course: Course; problems: Problem[] }> {
  const { dir, remove } = await copyCourse(edits);
  onTestFinished(remove);
  const course = await loadCourse(dir);
  await checkAllLessons(course);
  return { course, problems: [...course.problems, ...[...course.lessons.values()].flatMap((one) => one.problems)] };
}

const file = (path: string, ...lines: string[]): CourseEdit => ({ file: path, text: lines.join('\n') });
const prose = (text: string): CourseEdit => ({ file: `${LESSON}/lesson.md`, from: 'Add the route,', to: text });

describe('the glossary', () => {
  const GLOSSARY = file(
    'glossary.yaml',
    'schemaVersion: 1',
    'terms:',
    '  etag: { term: ETag, text: A name for a version., source: RFC 9110, see: [idempotent] }',
    '  idempotent: { term: Idempotent, text: Twice is as once. }',
  );

  test('is read, and lessons link to its terms', async () => {
    const { course, problems } = await load([GLOSSARY, prose('[once](term:idempotent)')]);
    expect(problems).toEqual([]);
    expect(course.glossary.etag).toMatchObject({ term: 'ETag', see: ['idempotent'] });
  });

  test('a term that is not there is a problem with the nearest', async () => {
    const { problems } = await load([GLOSSARY, prose('[once](term:idempotant)')]);
    expect(problems).toMatchObject([{ code: 'RW_COURSE_LINK', line: 22, nearest: 'term:idempotent' }]);
  });

  test('terms refer to terms that exist', async () => {
    const { problems } = await load([
      GLOSSARY,
      { file: 'glossary.yaml', from: 'see: [idempotent]', to: 'see: [idempotence]' },
    ]);
    expect(problems).toMatchObject([
      { code: 'RW_COURSE_REFERENCE', file: 'glossary.yaml', line: 3, nearest: 'idempotent' },
    ]);
  });

  test('with a mistake leaves the course open, without terms', async () => {
    const { course, problems } = await load([file('glossary.yaml', 'schemaVersion: 1', 'terms: 7')]);
    expect(course.glossary).toEqual({});
    expect(problems).toMatchObject([{ code: 'RW_COURSE_SCHEMA', file: 'glossary.yaml', line: 2 }]);
  });
});

describe('a comparison', () => {
  const COMPARE = file(
    `${LESSON}/compare.yaml`,
    'schemaVersion: 1',
    'columns:',
    '  - { id: node-http, title: node:http, language: typescript, files: [app.ts] }',
    '  - { id: flask, title: Flask, language: python, files: [app.py] }',
    'parts:',
    '  - { id: list, title: The list, note: See how short it is. }',
  );
  const COLUMNS = [
    file(`${LESSON}/node-http/app.ts`, 'import a;', '// #region list', 'list();', '// #endregion', ''),
    file(`${LESSON}/flask/app.py`, '# region list', 'def list(): ...', '# endregion', ''),
  ];

  test('is read without its markers; its columns are no tracks', async () => {
    const { course, problems } = await load([COMPARE, ...COLUMNS]);
    expect(problems).toEqual([]);
    const lesson = course.lessons.get('list-books');
    expect([...(lesson?.tracks.keys() ?? [])]).toEqual(['fastify']);
    expect(lesson?.compare?.columns.map(({ files }) => files)).toEqual([
      [{ path: 'app.ts', text: 'import a;\nlist();\n', regions: [{ part: 'list', from: 2, to: 2 }] }],
      [{ path: 'app.py', text: 'def list(): ...\n', regions: [{ part: 'list', from: 1, to: 1 }] }],
    ]);
  });

  test('a lesson without one has none', async () => {
    expect((await load([])).course.lessons.get('list-books')?.compare).toBeNull();
  });

  test.each<[string, CourseEdit[], Partial<Problem>[]]>([
    [
      'a file that is not there',
      [{ file: `${LESSON}/compare.yaml`, from: '[app.py]', to: '[ap.py]' }],
      [
        { code: 'RW_COURSE_UNUSED', file: `${LESSON}/flask/app.py` },
        { code: 'RW_COURSE_COMPARE', line: 4, nearest: 'app.py' },
        { code: 'RW_COURSE_COMPARE', line: 6, path: 'parts[0].id' },
      ],
    ],
    [
      'a part that stands twice in a column',
      [file(`${LESSON}/flask/app.py`, '#region list', 'a', '#endregion', '#region list', 'b', '#endregion')],
      [
        {
          code: 'RW_COURSE_COMPARE',
          file: `${LESSON}/compare.yaml`,
          line: 6,
          message: expect.stringContaining('2 times'),
        },
      ],
    ],
    [
      'a region that nobody named',
      [file(`${LESSON}/flask/app.py`, '#region list', 'a', '#endregion', '#region lost', 'b', '#endregion')],
      [{ code: 'RW_COURSE_COMPARE', file: `${LESSON}/flask/app.py`, line: 4, nearest: 'list' }],
    ],
    [
      'a region that does not end',
      [file(`${LESSON}/flask/app.py`, '#region list', 'a', '#endregion', '#region list', 'b')],
      [{ code: 'RW_COURSE_COMPARE', file: `${LESSON}/flask/app.py`, line: 4 }],
    ],
    [
      'a column in the folder of a track',
      [{ file: `${LESSON}/compare.yaml`, from: 'id: flask', to: 'id: fastify' }],
      [{ code: 'RW_COURSE_COMPARE', line: 4, path: 'columns[1].id' }],
    ],
  ])('%s is a problem', async (_, edits, expected) => {
    const { problems } = await load([COMPARE, ...COLUMNS, ...edits]);
    for (const one of expected) expect(problems).toContainEqual(expect.objectContaining(one));
    expect(problems.every(({ file: name }) => name?.startsWith(LESSON))).toBe(true);
  });

  test('that cannot be read is the only problem', async () => {
    const { problems } = await load([
      COMPARE,
      ...COLUMNS,
      { file: `${LESSON}/compare.yaml`, from: 'title:', to: 'titel:' },
    ]);
    expect(problems).toMatchObject([{ code: 'RW_COURSE_SCHEMA', file: `${LESSON}/compare.yaml`, nearest: 'title' }]);
  });
});

describe('an image', () => {
  const SVG = file(`${LESSON}/pic.svg`, '<svg xmlns="http://www.w3.org/2000/svg"/>');

  test('of the lesson, or of the diagrams of the course, is fine', async () => {
    const shared = file('diagrams/way.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const { problems } = await load([SVG, shared, prose('![a](pic.svg) ![b](../../diagrams/way.svg)')]);
    expect(problems).toEqual([]);
  });

  test.each([
    ['![](pic.svg)', 'no alternative text'],
    ['![a](pics.svg)', 'not there'],
    ['![a](../../course.yaml)', 'neither in the lesson folder'],
    ['![a](../../diagrams/../course.yaml)', 'neither in the lesson folder'],
    ['![a](lesson.md)', 'neither .svg nor .png'],
    ['![a](https://example.com/a.svg)', 'neither in the lesson folder'],
    ['![a](large.svg)', 'larger than 200 KB'],
  ])('%s is a problem', async (text, why) => {
    const large = file(`${LESSON}/large.svg`, 'x'.repeat(200 * 1024 + 1));
    const { problems } = await load([SVG, large, prose(text)]);
    expect(problems).toMatchObject([{ code: 'RW_COURSE_IMAGE', line: 22, message: expect.stringContaining(why) }]);
  });

  test('that is a link out of the course is a problem', async () => {
    const { problems } = await load([{ file: `${LESSON}/pic.svg`, linkTo: '/etc/hostname' }, prose('![a](pic.svg)')]);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'RW_COURSE_IMAGE' }));
    const outside = await copyCourse([file('diagrams/way.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')]);
    onTestFinished(outside.remove);
    const folder: CourseEdit = { file: 'diagrams', linkTo: join(outside.dir, 'diagrams') };
    const over = await load([folder, prose('![a](../../diagrams/way.svg)')]);
    expect(over.problems).toMatchObject([{ code: 'RW_COURSE_IMAGE', message: expect.stringContaining('over a link') }]);
  });
});

describe('a check', () => {
  const check = (...lines: string[]): CourseEdit => ({
    file: `${LESSON}/checks.yaml`,
    from: 'checks:\n',
    to: `checks:\n  - { id: extra, title: t, message: m, severity: advice, ${lines.join(', ')} }\n`,
  });
  const decision = file(
    `${LESSON}/fastify/starter/decision.yaml`,
    'options: [{ id: flask, title: Flask }, { id: fastify, title: Fastify }]',
    'criteria: [{ id: small, title: Small }, { id: fast, title: Fast }]',
    'scenarios: [{ id: shop, title: Shop, story: A shop. }]',
  );

  test('of kind source with a regular expression is refused', async () => {
    const { problems } = await load([check('kind: source', "query: '[name=/a/]'")]);
    expect(problems).toMatchObject([
      { code: 'RW_COURSE_QUERY', file: `${LESSON}/checks.yaml`, path: 'checks[0].query' },
    ]);
  });

  test('of kind decision names what stands in the table', async () => {
    const good = check('kind: decision', 'scenario: shop', 'accepts: [flask]', 'reasons: [small]');
    expect((await load([decision, good])).problems).toEqual([]);
    const bad = check('kind: decision', 'scenario: shp', 'accepts: [flsk]', 'reasons: [smal]');
    expect((await load([decision, bad])).problems).toMatchObject([
      { path: 'checks[0].scenario', nearest: 'shop' },
      { path: 'checks[0].accepts[0]', nearest: 'flask' },
      { path: 'checks[0].reasons[0]', nearest: 'small' },
    ]);
  });

  test('of kind decision needs a table', async () => {
    const { problems } = await load([check('kind: decision', 'scenario: a', 'accepts: [b]', 'reasons: [c]')]);
    expect(problems).toMatchObject([
      { code: 'RW_COURSE_REFERENCE', message: expect.stringContaining('decision.yaml') },
    ]);
  });
});
