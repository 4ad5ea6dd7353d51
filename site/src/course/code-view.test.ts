import { expect, test } from 'vitest';
import { changeViews, fileView, isLong, languageOf, sizeInWords, twoViews } from './code-view.ts';

const long = (...changed: [number, string][]): string =>
  Array.from({ length: 50 }, (_, at) => changed.find(([line]) => line === at + 1)?.[1] ?? `line ${at + 1}`).join('\n');

test('a changed file is marked on both sides, and far from the change it is folded', () => {
  const { before, after } = twoViews('src/app.ts', long(), long([25, 'new']));
  expect(before).toMatchObject({ marked: [25], added: [], lang: 'ts' });
  expect(after).toMatchObject({ marked: [], added: [25] });
  expect(after?.folded).toEqual([
    { from: 1, to: 21 },
    { from: 29, to: 50 },
  ]);
});

test('a new file is shown as it is, without marks', () => {
  const { before, after } = twoViews('src/new.ts', null, 'a\nb\n');
  expect(before).toBeNull();
  expect(after).toMatchObject({ code: 'a\nb', added: [], folded: [] });
});

test('a file that goes has nothing to show afterwards', () => {
  expect(twoViews('src/old.ts', 'a\n', null)).toMatchObject({ before: { marked: [1] }, after: null });
});

test('blank lines at the start do not move the marks', () => {
  expect(fileView('a.ts', '\n  \na\nb\n', { added: [1, 4] })).toMatchObject({ code: 'a\nb', added: [2] });
});

test('a mistake is shown by the places where it differs', () => {
  const views = changeViews('plan.yaml', long(), long([3, 'x'], [40, 'y']));
  expect(views.map(({ code, removed, added }) => [code.split('\n').length, removed, added])).toEqual([
    [6, [3], [4]],
    [6, [3], [4]],
  ]);
});

test('the language goes by the name of the file', () => {
  const names = [
    'src/app.ts',
    '.github/workflows/ci.yml',
    'Containerfile',
    '.dockerignore',
    'library/views.py',
    'README.md',
  ];
  expect(names.map(languageOf)).toEqual(['ts', 'yaml', 'dockerfile', 'text', 'python', 'md']);
});

test('files that are long together are opened by their names; a single one, short ones and folded ones are not', () => {
  const whole = fileView('src/app.ts', long(), {});
  expect(isLong([whole, whole])).toBe(true);
  expect(isLong([whole])).toBe(false);
  const folded = fileView('src/app.ts', long(), { marked: [25] });
  expect(isLong([folded, folded])).toBe(false);
});

test('a file says how long it is and how much of it counts', () => {
  expect(sizeInWords(fileView('a.ts', 'one', {}))).toBe('1 line');
  expect(sizeInWords(fileView('src/app.ts', long(), { added: [3, 4] }))).toBe('2 of 50 lines marked');
});
