import pc from 'picocolors';
import { counted } from '../counted.ts';
import { problemText } from '../print-problems.ts';
import type { LessonReport, VariantReport, VerifyReport } from './report.ts';

/** A lesson that takes more than this for each variant has its time in the table. */
const SLOW_MS = 1_000;

const tick = (ok: boolean): string => (ok ? pc.green('✓') : pc.red('✗'));

/** How far a run has come, in one line of a terminal. */
export function progressBar(done: number, of: number): string {
  const filled = of === 0 ? 0 : Math.round((20 * done) / of);
  return `${pc.green('█'.repeat(filled))}${pc.dim('░'.repeat(20 - filled))} ${done} of ${of}`;
}

/** The report for a person: one line a lesson, by stages, then every problem with what to do. */
export function reportText(report: VerifyReport): string {
  const tracks = new Set(report.lessons.map((lesson) => lesson.track));
  const nameOf = ({ id, track }: LessonReport): string => (tracks.size > 1 ? `${id} · ${track}` : id);
  const width = Math.max(6, ...report.lessons.map((lesson) => nameOf(lesson).length));
  const head = pc.dim(`${'lesson'.padEnd(width)}  starter  solution  mutants`);
  const lines = report.lessons.flatMap((lesson, at) => {
    const isNext = at > 0 && lesson.stage !== report.lessons[at - 1]?.stage;
    return [...(isNext ? [''] : []), nameOf(lesson).padEnd(width) + lessonLine(lesson)];
  });
  const problems = [...report.problems, ...report.lessons.flatMap((lesson) => lesson.problems)];
  const mutants = report.lessons.flatMap((lesson) => lesson.mutants);
  const seconds = (report.ms / 1000).toFixed(1);
  const { lessons } = report;
  const counts = [
    counted(lessons.length, 'lesson'),
    counted(mutants.length, 'mutant'),
    counted(problems.length, 'problem'),
    `${seconds} s`,
  ].join(', ');
  const notes = report.notes.map((note) => pc.yellow(`! ${note}`));
  return [head, ...lines, '', ...problems.map(problemText), ...notes, `${tick(report.ok)} ${counts}`].join('\n');
}

function lessonLine(lesson: LessonReport): string {
  const caught = lesson.mutants.filter((mutant) => mutant.ok).length;
  const count = `${caught} of ${lesson.mutants.length}`.padEnd(8);
  const more = [slowText(lesson), lesson.ok ? '' : pc.red('see below')].filter((text) => text !== '');
  return `  ${tick(lesson.starter.ok)}        ${tick(lesson.solution.ok)}         ${tick(caught === lesson.mutants.length)} ${
    more.length === 0 ? count.trimEnd() : `${count}  ${more.join('  ')}`
  }`;
}

/** The time of a slow lesson and its slowest variant, which is where to look. */
function slowText({ starter, solution, mutants }: LessonReport): string {
  const variants: [string, VariantReport][] = [
    ['starter', starter],
    ['solution', solution],
    ...mutants.map((mutant): [string, VariantReport] => [`mutant ${mutant.id}`, mutant]),
  ];
  const ms = variants.reduce((sum, [, variant]) => sum + variant.ms, 0);
  if (ms <= SLOW_MS * variants.length) return '';
  const [name, slowest] = variants.reduce((most, one) => (one[1].ms > most[1].ms ? one : most));
  return pc.yellow(`${secondsOf(ms)}, ${name} ${secondsOf(slowest.ms)}`);
}

const secondsOf = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
