import { expect, test } from 'vitest';
import { readRegions } from './read-regions.ts';

test('markers are taken out and lines counted without them', () => {
  const source = [
    'import a',
    '',
    '// #region list',
    'one',
    'two',
    '// #endregion',
    '// region add',
    'three',
    '//endregion',
    '',
  ];
  expect(readRegions(source.join('\n'), 'typescript')).toEqual({
    text: 'import a\n\none\ntwo\nthree\n',
    regions: [
      { part: 'list', from: 3, to: 4 },
      { part: 'add', from: 5, to: 5 },
    ],
    mistakes: [],
  });
});

test.each(['# region list', '#region list', '    # region list'])('in Python a region begins with %s', (marker) => {
  const { regions, text } = readRegions(`${marker}\nx = 1\n    # endregion\n`, 'python');
  expect(regions).toEqual([{ part: 'list', from: 1, to: 1 }]);
  expect(text).toBe('x = 1\n');
});

test('regions may lie in one another; blank lines at their ends are not part of them', () => {
  const { regions } = readRegions('#region a\n\nx\n#region b\ny\n#endregion\n\n#endregion', 'python');
  expect(regions).toEqual([
    { part: 'a', from: 2, to: 3 },
    { part: 'b', from: 3, to: 3 },
  ]);
});

test('what is no marker stays: comments that speak of regions, markers of the other language', () => {
  const source = '// a region list\nconst region = 1;\n# region x';
  expect(readRegions(source, 'typescript').text).toBe(source);
});

test.each([
  ['// #region', 1, 'no id'],
  ['a\n// #endregion', 2, 'Nothing begins'],
  ['a\n// #region list\nb', 2, 'does not end'],
  ['// #region list\n// #endregion', 2, 'empty'],
])('%j is a mistake', (source, line, detail) => {
  expect(readRegions(source, 'typescript').mistakes).toEqual([{ line, detail: expect.stringContaining(detail) }]);
});
