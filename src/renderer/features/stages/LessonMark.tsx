import { Check, TriangleAlert } from 'lucide-react';
import type { LessonStatus } from '../../../contract/api.ts';
import styles from './LessonMark.module.css';

const WORDS: Record<LessonStatus, string> = { untouched: 'not started', started: 'started', completed: 'completed' };

/** Where a lesson stands, as a small mark that is also said in words. */
export function LessonMark({ status, problems }: { status: LessonStatus; problems: number | null }) {
  const isFaulty = problems !== null && problems > 0;
  const words = isFaulty ? 'has mistakes in its files' : WORDS[status];
  return (
    <span className={styles.place} title={words}>
      {isFaulty ? (
        <TriangleAlert className={styles.warn} aria-hidden="true" />
      ) : (
        <span className={[styles.mark, styles[status]].join(' ')} aria-hidden="true">
          {status === 'completed' ? <Check /> : null}
        </span>
      )}
      <span className="only-heard">{words}</span>
    </span>
  );
}
