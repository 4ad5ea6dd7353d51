import type { ReactNode } from 'react';
import styles from './Page.module.css';

/** A page that stands in for the workbench. */
export function Page({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <i className={styles.mark} aria-hidden="true" />
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
    </main>
  );
}
