import { TriangleAlert } from 'lucide-react';
import { ERRORS } from '../../../contract/errors.ts';
import type { Problem } from '../../../contract/problem.ts';
import styles from './LessonProblems.module.css';

/** Mistakes in the files of this lesson, for the learner to pass on and for the author to mend. */
export function LessonProblems({ problems }: { problems: Problem[] }) {
  return (
    <section className={styles.panel} aria-labelledby="lesson-problems">
      <h2 id="lesson-problems" className={styles.heading}>
        <TriangleAlert aria-hidden="true" />
        {problems.length === 1 ? 'This lesson has a mistake' : `This lesson has ${problems.length} mistakes`} in its
        files
      </h2>
      <p className={styles.action}>{ERRORS.RW_LESSON_INVALID.action}</p>
      <ul className={styles.list}>
        {problems.map((problem, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems may read alike, and they never move
          <li key={at}>
            <ProblemText problem={problem} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One mistake in a course file: where, what, what was expected, what is nearest. */
export function ProblemText({ problem }: { problem: Problem }) {
  const { file, line, column, path, message, expected, nearest, code } = problem;
  const where = [file, line, column].filter((part) => part !== undefined).join(':');
  return (
    <div className={styles.problem}>
      <p className={styles.message}>{message}</p>
      <p className={styles.where}>
        {where ? <code>{where}</code> : null}
        {path ? <span>at {path}</span> : null}
      </p>
      {expected ? <p>Expected: {expected}</p> : null}
      {nearest && !message.includes(nearest) ? (
        <p>
          Did you mean <code>{nearest}</code>?
        </p>
      ) : null}
      <p className={styles.code}>{code}</p>
    </div>
  );
}
