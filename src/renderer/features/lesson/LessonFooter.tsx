import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { LessonView } from '../../../contract/api.ts';
import { useSession } from '../../app/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './LessonFooter.module.css';

/** The lessons before and after this one. */
export function LessonFooter({ lesson }: { lesson: LessonView }) {
  const openLesson = useSession((s) => s.openLesson);
  const wanted = useSession((s) => s.completed && !s.celebrating);
  const { previous, next } = lesson;
  return (
    <nav className={styles.foot} aria-label="Lessons before and after">
      {previous ? (
        <Button
          look="quiet"
          className={styles.way ?? ''}
          aria-label={`Previous lesson: ${previous.title}`}
          onPress={() => void openLesson(previous.id)}
        >
          <ArrowLeft aria-hidden="true" />
          <span className={styles.name}>{previous.title}</span>
        </Button>
      ) : (
        <span />
      )}
      {next ? (
        <Button
          look={wanted ? 'primary' : 'plain'}
          className={[styles.way, styles.next].join(' ')}
          aria-label={`Next lesson: ${next.title}`}
          onPress={() => void openLesson(next.id)}
        >
          <span className={styles.name}>{next.title}</span>
          <ArrowRight aria-hidden="true" />
        </Button>
      ) : null}
    </nav>
  );
}
