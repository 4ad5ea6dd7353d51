import type { Problem } from '../../contract/problem.ts';
import type { Lesson } from './course.ts';
import { duplicates, type LessonSources, unknown } from './reference-problems.ts';
import { problemAt } from './source.ts';

/** Questions, answers and what names them: one right answer each, no id twice, each question judged by a check. */
export function checkQuiz(lesson: Lesson, sources: LessonSources): Problem[] {
  if (sources.quizUnreadable) return [];
  const { checks, quiz } = sources;
  const ids = lesson.quiz.map((question) => question.id);
  const asked = lesson.checks.flatMap((check) => (check.kind === 'quiz' ? check.questions : []));
  const problems: Problem[] = [];

  lesson.checks.forEach((check, index) => {
    if (check.kind !== 'quiz' || !checks) return;
    check.questions.forEach((id, position) => {
      if (ids.includes(id)) return;
      problems.push(unknown(checks, ['checks', index, 'questions', position], 'question', id, ids));
    });
  });
  if (quiz) {
    problems.push(
      ...duplicates(
        quiz,
        'question',
        ids.map((id, index) => ({ id, path: ['questions', index, 'id'] })),
      ),
    );
    lesson.quiz.forEach((question, index) => {
      const path = ['questions', index];
      const answers = question.answers.map(({ id }, at) => ({ id, path: [...path, 'answers', at, 'id'] }));
      problems.push(...duplicates(quiz, 'answer', answers));
      const right = question.answers.filter((answer) => answer.correct).length;
      if (right !== 1) {
        const detail = `The question "${question.id}" has ${right} right answers.`;
        problems.push(problemAt(quiz, path, 'RW_COURSE_QUIZ', { detail, expected: 'exactly one `correct: true`' }));
      }
      if (checks && !asked.includes(question.id)) {
        const detail = `No quiz check asks the question "${question.id}".`;
        problems.push(problemAt(quiz, [...path, 'id'], 'RW_COURSE_UNUSED', { detail }));
      }
    });
  }
  return [...problems, ...checkAnswers(lesson, sources)];
}

function checkAnswers(lesson: Lesson, sources: LessonSources): Problem[] {
  const questions = new Map(lesson.quiz.map((question) => [question.id, question.answers.map((answer) => answer.id)]));
  return [...lesson.tracks].flatMap(([track, { mutants }]) =>
    mutants.flatMap(({ id, file }) =>
      Object.entries(file.answers ?? {}).flatMap(([question, answer]) => {
        const source = sources.mutants.get(`${track}/${id}`);
        if (!source) return [];
        const path = ['answers', question];
        const answers = questions.get(question);
        if (!answers) return [unknown(source, path, 'question', question, [...questions.keys()])];
        return answers.includes(answer) ? [] : [unknown(source, path, 'answer', answer, answers)];
      }),
    ),
  );
}
