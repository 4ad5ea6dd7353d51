import { ArrowRight, PartyPopper } from 'lucide-react';
import type { LessonView } from '../../../contract/api.ts';
import { useSession } from '../../app/session-store.ts';
import { useTally } from '../../app/tally.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Completed.module.css';

/** Said once all required checks have held: calm, with the way on. It lies over the text only while they hold. */
export function Completed({ lesson }: { lesson: LessonView }) {
  const completed = useSession((s) => s.completed);
  const celebrating = useSession((s) => s.celebrating);
  const openLesson = useSession((s) => s.openLesson);
  const { passed, of } = useTally();
  const { next } = lesson;
  return (
    <div role="status" className={celebrating && passed === of ? styles.floating : ''}>
      {completed ? (
        <div className={[styles.card, celebrating ? styles.fresh : ''].join(' ')}>
          <PartyPopper aria-hidden="true" />
          <div className={styles.text}>
            <strong>Lesson complete</strong>
            <span>
              {passed === of ? `All ${of} checks hold. ` : 'All checks held once. '}
              Your code is kept; change it as you like.
            </span>
          </div>
          {next ? (
            <Button look="primary" className={styles.next ?? ''} onPress={() => void openLesson(next.id)}>
              Next: {next.title}
              <ArrowRight aria-hidden="true" />
            </Button>
          ) : (
            <span className={styles.end}>This was the last lesson of the course.</span>
          )}
        </div>
      ) : null}
    </div>
  );
}
