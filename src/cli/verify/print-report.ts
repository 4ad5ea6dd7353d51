import pc from 'picocolors';
import { problemText } from '../print-problems.ts';
import type { LessonReport, VerifyReport } from './report.ts';

const tick = (ok: boolean): string => (ok ? pc.green('✓') : pc.red('✗'));

/** How far a run has come, in one line of a terminal. */
export function progressBar(done: number, of: number): string {
  const filled = of === 0 ? 0 : Math.round((20 * done) / of);
  return `${pc.green('█'.repeat(filled))}${pc.dim('░'.repeat(20 - filled))} ${done} of ${of}`;
}

/** The report for a person: one line a lesson, then every problem with what to do. */
export function reportText(report: VerifyReport): string {
  const tracks = new Set(report.lessons.map((lesson) => lesson.track));
  const nameOf = ({ id, track }: LessonReport): string => (tracks.size > 1 ? `${id} · ${track}` : id);
  const width = Math.max(6, ...report.lessons.map((lesson) => nameOf(lesson).length));
  const head = pc.dim(`${'lesson'.padEnd(width)}  starter  solution  mutants`);
  const lines = report.lessons.map((lesson) => nameOf(lesson).padEnd(width) + lessonLine(lesson));
  const problems = [...report.problems, ...report.lessons.flatMap((lesson) => lesson.problems)];
  const mutants = report.lessons.flatMap((lesson) => lesson.mutants);
  const seconds = (report.ms / 1000).toFixed(1);
  const counts = `${report.lessons.length} lessons, ${mutants.length} mutants, ${problems.length} problems, ${seconds} s`;
  const notes = report.notes.map((note) => pc.yellow(`! ${note}`));
  return [head, ...lines, '', ...problems.map(problemText), ...notes, `${tick(report.ok)} ${counts}`].join('\n');
}

function lessonLine(lesson: LessonReport): string {
  const caught = lesson.mutants.filter((mutant) => mutant.ok).length;
  const count = `${tick(caught === lesson.mutants.length)} ${caught} of ${lesson.mutants.length}`;
  return `  ${tick(lesson.starter.ok)}        ${tick(lesson.solution.ok)}         ${count}${
    lesson.ok ? '' : pc.red('  see below')
  }`;
}
