import styles from './Starting.module.css';

/** Shown for the moment until the server has answered. */
export function Starting() {
  return (
    <main className={styles.page} aria-busy="true">
      <p className={styles.text} role="status">
        Opening the workbench…
      </p>
    </main>
  );
}
