import styles from './Newer.module.css';

/** At the end of a list that stands still while it is read: what came meanwhile. */
export function Newer({ count, what }: { count: number; what: string }) {
  if (count === 0) return null;
  return (
    <p className={styles.newer}>
      {count.toLocaleString('en')} more {what} since you scrolled up · scroll down to go on
    </p>
  );
}
