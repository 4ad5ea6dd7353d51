import { stripVTControlCharacters } from 'node:util';
import type { Problem } from '../../contract/problem.ts';
import { problemText } from '../print-problems.ts';
import type { LessonReport, VariantReport, VerifyReport } from './report.ts';

/**
 * The report as JUnit XML, which CI systems show: a suite for each lesson and track, a case for each variant and one for
 * the lesson's files. Problems of the course itself are a suite of their own.
 */
export function junitText(report: VerifyReport): string {
  const suites = [
    suite(report.course, [fileCase('course files', report.problems)], 0),
    ...report.lessons.map((lesson) => suite(`${lesson.id}/${lesson.track}`, casesOf(lesson), totalMs(lesson))),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${escaped(report.course)}" time="${seconds(report.ms)}">\n${suites.join('\n')}\n</testsuites>\n`;
}

type Case = { name: string; ms: number; problems: Problem[] };

function casesOf(lesson: LessonReport): Case[] {
  const variants: [string, string, VariantReport][] = [
    ['starter', 'starter', lesson.starter],
    ['solution', 'solution', lesson.solution],
    ...lesson.mutants.map((mutant): [string, string, VariantReport] => [
      `mutant ${mutant.id}`,
      `mutants/${mutant.id}`,
      mutant,
    ]),
  ];
  const placed = new Set<Problem>();
  const cases = variants.map(([name, folder, variant]): Case => {
    const at = `/${lesson.track}/${folder}`;
    const problems = lesson.problems.filter(({ file = '' }) => file.endsWith(at) || file.includes(`${at}/`));
    for (const problem of problems) placed.add(problem);
    return { name, ms: variant.ms, problems };
  });
  return [
    ...cases,
    fileCase(
      'files, types and proof',
      lesson.problems.filter((problem) => !placed.has(problem)),
    ),
  ];
}

function fileCase(name: string, problems: Problem[]): Case {
  return { name, ms: 0, problems };
}

function suite(name: string, cases: Case[], ms: number): string {
  const failures = cases.filter((one) => one.problems.length > 0).length;
  const head = `  <testsuite name="${escaped(name)}" tests="${cases.length}" failures="${failures}" time="${seconds(ms)}">`;
  return [head, ...cases.map((one) => testCase(name, one)), '  </testsuite>'].join('\n');
}

function testCase(suiteName: string, { name, ms, problems }: Case): string {
  const open = `    <testcase classname="${escaped(suiteName)}" name="${escaped(name)}" time="${seconds(ms)}"`;
  if (problems.length === 0) return `${open}/>`;
  const text = problems.map(problemText).join('\n');
  return `${open}>\n      <failure message="${escaped(problems[0]?.message ?? '')}">${escaped(stripVTControlCharacters(text))}</failure>\n    </testcase>`;
}

const totalMs = ({ starter, solution, mutants }: LessonReport): number =>
  [starter, solution, ...mutants].reduce((sum, variant) => sum + variant.ms, 0);

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

/** XML 1.0 has no way to write most control characters. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
