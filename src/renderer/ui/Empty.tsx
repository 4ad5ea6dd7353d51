import type { ReactNode } from 'react';
import styles from './Empty.module.css';

/** What an empty place says: one sentence on what will be here. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children ? <div className={styles.text}>{children}</div> : null}
    </div>
  );
}
