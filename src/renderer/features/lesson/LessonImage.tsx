import { useState } from 'react';
import { useSession } from '../../app/session-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Prose.module.css';

/** A picture of the lesson; pressed, it is shown as large as there is room. */
export function LessonImage({ src, alt = '' }: { src?: string; alt?: string }) {
  const lessonId = useSession((s) => s.lesson?.id);
  const [large, setLarge] = useState(false);
  // Its address was not safe and is gone.
  if (!src || lessonId === undefined) return <em>{alt}</em>;
  const address = `lesson-images/${lessonId}?src=${encodeURIComponent(src)}`;
  return (
    <>
      <button type="button" className={styles.picture} aria-label={`${alt} Enlarge`} onClick={() => setLarge(true)}>
        <img src={address} alt={alt} loading="lazy" />
      </button>
      <Dialog title={alt} size="full" shown={large} onShownChange={setLarge}>
        <div className={styles.large}>
          <img src={address} alt={alt} />
        </div>
      </Dialog>
    </>
  );
}
