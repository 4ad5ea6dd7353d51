import { ArrowRight } from 'lucide-react';
import { useSession } from '../../app/session-store.ts';
import { useNarrow } from '../../app/use-narrow.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './NextLine.module.css';

/** In a narrow window the lesson is out of view: its end and the way on are said here. */
export function NextLine() {
  const narrow = useNarrow();
  const completed = useSession((s) => s.completed);
  const next = useSession((s) => s.lesson?.next);
  const openLesson = useSession((s) => s.openLesson);
  const showSide = useSession((s) => s.showSide);
  if (!narrow || !completed) return null;
  const goOn = (id: string) => {
    showSide('lesson');
    void openLesson(id);
  };
  return (
    <div className={styles.line}>
      <strong>Lesson complete</strong>
      {next ? (
        <Button look="primary" className={styles.next ?? ''} onPress={() => goOn(next.id)}>
          <span>Next: {next.title}</span>
          <ArrowRight aria-hidden="true" />
        </Button>
      ) : null}
    </div>
  );
}
