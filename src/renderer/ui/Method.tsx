import styles from './Method.module.css';

const TONES: Record<string, string | undefined> = {
  GET: styles.read,
  HEAD: styles.read,
  POST: styles.make,
  PUT: styles.change,
  PATCH: styles.change,
  DELETE: styles.remove,
};

/** An HTTP method as a badge. */
export function Method({ method }: { method: string }) {
  const name = method.toUpperCase();
  return <span className={[styles.badge, TONES[name] ?? styles.read].join(' ')}>{name}</span>;
}
