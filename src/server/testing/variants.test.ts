import { describe, expect, it } from 'vitest';
import { testFiles, variantsOf } from './variants.ts';

const GLOB = 'test/**/*.test.ts';
const file = (path: string, text = path) => ({ path, text });

describe('the programs that the tests run against', () => {
  const own = [file('src/app.ts', 'mine'), file('test/a.test.ts', 'mine'), file('test/made.ts', 'mine')];
  const solution = [file('src/app.ts', 'right'), file('test/a.test.ts', 'theirs'), file('test/b.test.ts', 'theirs')];

  it('have the learner’s folder of tests, and nothing of the lesson’s there', () => {
    const [first, right, planted] = variantsOf(own, [GLOB], {
      solution,
      planted: [{ id: 'bug', files: [file('src/app.ts', 'wrong'), file('test/a.test.ts', 'theirs')] }],
    });
    expect(first).toEqual({ kind: 'own', id: 'own', files: own });
    const tests = [file('test/a.test.ts', 'mine'), file('test/made.ts', 'mine')];
    expect(right).toEqual({ kind: 'right', id: 'right', files: [file('src/app.ts', 'right'), ...tests] });
    expect(planted).toMatchObject({ kind: 'planted', files: [file('src/app.ts', 'wrong'), ...tests] });
  });

  it('are not run twice when the learner’s is the right one but for its notes', () => {
    const same = [file('src/app.ts', 'right'), file('test/a.test.ts', 'mine'), file('NOTES.md')];
    expect(variantsOf(same, [GLOB], { solution, planted: [] }).map(({ kind }) => kind)).toEqual(['own']);
  });

  it('have tests that lie beside the code', () => {
    const beside = [file('src/app.ts', 'mine'), file('src/app.test.ts', 'mine')];
    const [, right] = variantsOf(beside, ['**/*.test.ts'], { solution, planted: [] });
    expect(right?.files).toEqual([file('src/app.ts', 'right'), file('src/app.test.ts', 'mine')]);
  });

  it('find tests by the globs', () => {
    const files = ['test/z.test.ts', 'test/deep/a.test.ts', 'test/made.ts', 'src/app.ts'].map((path) => file(path));
    expect(testFiles(files, [GLOB])).toEqual(['test/deep/a.test.ts', 'test/z.test.ts']);
  });
});
