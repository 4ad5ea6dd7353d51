import type { QuizReply } from '../../contract/session.ts';
import type { Lesson } from '../courses/course.ts';

/** What is said of an answer; null for a question or an answer that the quiz does not have. */
export function explain(quiz: Lesson['quiz'], questionId: string, answerId: string): QuizReply | null {
  const answer = quiz.find(({ id }) => id === questionId)?.answers.find(({ id }) => id === answerId);
  return answer ? { correct: answer.correct, because: answer.because } : null;
}

/** Question id to what is said of the answer last chosen; without those that an older lesson had. */
export function explainAll(quiz: Lesson['quiz'], answers: Record<string, string>): Record<string, QuizReply> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([questionId, answerId]) => {
      const reply = explain(quiz, questionId, answerId);
      return reply ? [[questionId, reply]] : [];
    }),
  );
}
