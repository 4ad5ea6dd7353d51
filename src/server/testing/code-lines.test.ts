import { describe, expect, it } from 'vitest';
import { coverageOf } from './code-lines.ts';

const lines = (code: string, ...ranges: [number, number, number][]) => {
  const { covered, missed } = coverageOf({ path: 'src/app.ts', ranges }, code);
  return { covered, missed };
};

describe('the lines that ran', () => {
  it('are counted by the innermost range around the first thing on them', () => {
    const code = 'if (x) {\n  a();\n} else {\n  b();\n}\n';
    const inner = code.indexOf('{\n  b');
    expect(lines(code, [0, code.length, 1], [inner, code.length, 0])).toEqual({ covered: [1, 2, 3], missed: [4] });
  });

  it('leave out what holds no code: blanks, comments, taken-away types, closing brackets', () => {
    const code = 'f(\n\n  // why\n  /* two\n     lines */\n            \n);\n';
    expect(lines(code, [0, code.length, 3])).toEqual({ covered: [1], missed: [] });
  });

  it('begin with the line on which a text over several lines begins', () => {
    const code = 'const text = `a\nb\nc\n`;\nd();\n';
    expect(lines(code, [0, code.length, 1]).covered).toEqual([1, 5]);
  });
});
