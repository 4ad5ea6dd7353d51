import { CircleCheck, CircleX } from 'lucide-react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { QuizQuestion } from '../../../contract/api.ts';
import { useSession } from '../../app/session-store.ts';
import { Prose } from './Prose.tsx';
import styles from './Questions.module.css';

/** Questions with one right answer each; the explanation comes with the answer. */
export function Questions({ questions }: { questions: QuizQuestion[] }) {
  return (
    <div className={styles.questions}>
      {questions.map((question) => (
        <Question key={question.id} question={question} />
      ))}
    </div>
  );
}

function Question({ question }: { question: QuizQuestion }) {
  const chosen = useSession((s) => s.answers[question.id] ?? null);
  const said = useSession((s) => s.explained[question.id]);
  const answer = useSession((s) => s.answer);
  const tone = said ? (said.correct ? styles.right : styles.wrong) : '';
  const Icon = said?.correct ? CircleCheck : CircleX;
  return (
    <RadioGroup
      className={styles.card ?? ''}
      value={chosen}
      onChange={(answerId) => void answer(question.id, answerId)}
    >
      <Label className={styles.question ?? ''}>
        <Prose markdown={question.question} look="task" />
      </Label>
      {question.answers.map((one) => (
        <Radio key={one.id} value={one.id} className={[styles.answer, one.id === chosen ? tone : ''].join(' ')}>
          <span className={styles.dot} aria-hidden="true" />
          <Prose markdown={one.text} look="small" />
        </Radio>
      ))}
      <div role="status" className={styles.said}>
        {said ? (
          <div className={[styles.because, tone].join(' ')}>
            <Icon aria-hidden="true" />
            <div>
              <strong>{said.correct ? 'Right.' : 'Not quite.'}</strong>
              <Prose markdown={said.because} look="small" />
            </div>
          </div>
        ) : null}
      </div>
    </RadioGroup>
  );
}
