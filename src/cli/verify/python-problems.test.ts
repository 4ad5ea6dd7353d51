import { spawnSync } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { copyCourse } from '../../server/courses/course-copy.ts';
import { loadCourse } from '../../server/courses/load-course.ts';
import { pythonProblems } from './python-problems.ts';

const LESSON = 'build/list-books';
const hasPython = spawnSync('python3', ['--version']).status === 0;

async function courseWith(python: string) {
  const { dir, remove } = await copyCourse([
    {
      file: `${LESSON}/compare.yaml`,
      text: [
        'schemaVersion: 1',
        'columns:',
        '  - { id: node, title: Node, language: typescript, files: [app.ts] }',
        '  - { id: flask, title: Flask, language: python, files: [app.py] }',
        'parts: [{ id: list, title: The list, note: See. }]',
      ].join('\n'),
    },
    { file: `${LESSON}/node/app.ts`, text: '// #region list\nlist();\n// #endregion\n' },
    { file: `${LESSON}/flask/app.py`, text: `# region list\n${python}\n# endregion\n` },
  ]);
  onTestFinished(remove);
  const course = await loadCourse(dir);
  return { course, lessons: [...course.lessons.values()] };
}

test.runIf(hasPython)('a syntax error has its line in the file, markers counted', async () => {
  const { course, lessons } = await courseWith('x = 1\ndef broken(:\n    pass');
  const { problems, skipped } = await pythonProblems(course, lessons);
  expect(skipped).toBeUndefined();
  expect(problems.get('list-books')).toMatchObject([
    { code: 'RW_VERIFY_PYTHON', file: `${LESSON}/flask/app.py`, line: 3, message: expect.stringContaining('syntax') },
  ]);
});

test.runIf(hasPython)('good Python is fine, and it is not run', async () => {
  const { course, lessons } = await courseWith('import flask_is_not_here\nraise SystemExit(3)');
  expect((await pythonProblems(course, lessons)).problems.size).toBe(0);
});

test('without a Python it is said that nothing was looked at', async () => {
  const { course, lessons } = await courseWith('x = 1');
  const { problems, skipped } = await pythonProblems(course, lessons, 'no-such-python');
  expect(problems.size).toBe(0);
  expect(skipped).toBe('Python files were not looked at: there is no no-such-python here');
});

test('a course without Python needs none', async () => {
  const { course } = await courseWith('x = 1');
  expect(await pythonProblems(course, [], 'no-such-python')).toEqual({ problems: new Map() });
});
