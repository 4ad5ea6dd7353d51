import { expect, test } from 'vitest';
import { junitText } from './junit.ts';
import type { VariantReport, VerifyReport } from './report.ts';

const variant = (ok: boolean): VariantReport => ({ ok, failed: [], reasons: {}, ms: 250 });

const report: VerifyReport = {
  course: 'library',
  ok: false,
  ms: 1_500,
  typesMs: 0,
  notes: [],
  problems: [],
  lessons: [
    {
      id: 'lend',
      stage: 'endpoints',
      track: 'fastify',
      ok: false,
      starter: variant(true),
      solution: variant(true),
      mutants: [{ ...variant(false), id: 'twice', expected: ['one-loan'] }],
      problems: [
        {
          code: 'RW_VERIFY_MUTANT_WRONG',
          message: 'must fail one-loan but fails "none" <&\u0007>',
          file: 'endpoints/lend/fastify/mutants/twice/mutant.yaml',
        },
        { code: 'RW_COURSE_HINT', message: 'a hint', file: 'endpoints/lend/hints.yaml', line: 4 },
      ],
    },
  ],
};

test('each variant is a case of its lesson, and what is wrong stands at the variant that it is about', () => {
  const text = junitText(report);
  expect(text).toContain('<testsuite name="lend/fastify" tests="4" failures="2" time="0.750">');
  const cases = [...text.matchAll(/<testcase classname="lend\/fastify" name="([^"]*)"[^>]*?(\/?)>/g)];
  expect(cases.map(([, name, closed]) => [name, closed === '/'])).toEqual([
    ['starter', true],
    ['solution', true],
    ['mutant twice', false],
    ['files, types and proof', false],
  ]);
  expect(text).toContain('endpoints/lend/hints.yaml:4 RW_COURSE_HINT a hint');
});

test('what XML cannot hold is written so that it can', () => {
  expect(junitText(report)).toContain(
    '<failure message="must fail one-loan but fails &quot;none&quot; &lt;&amp;&gt;">',
  );
});
