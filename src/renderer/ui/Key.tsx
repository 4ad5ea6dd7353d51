import styles from './Key.module.css';

/** A key or a combination, such as "Ctrl K". */
export function Key({ keys }: { keys: string }) {
  return <kbd className={styles.key}>{keys}</kbd>;
}
