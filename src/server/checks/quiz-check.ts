import type { QuizCheck } from '../../contract/check.ts';
import type { Question } from '../courses/course.ts';
import { judged, type Outcome } from './outcome.ts';

/** Passed when each question of the check has its right answer. The right answer itself is never told. */
export function judgeQuizCheck(check: QuizCheck, quiz: Question[], answers: Record<string, string>): Outcome {
  return judged(
    check.questions.flatMap((id) => {
      const question = quiz.find((candidate) => candidate.id === id);
      const chosen = question?.answers.find((answer) => answer.id === answers[id]);
      if (chosen?.correct) return [];
      return [{ at: `quiz ${id}`, expected: 'the right answer', actual: chosen ? chosen.text : 'no answer yet' }];
    }),
  );
}
