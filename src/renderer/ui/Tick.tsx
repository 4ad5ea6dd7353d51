import { Check } from 'lucide-react';
import styles from './Tick.module.css';

/** An empty circle that becomes a tick. Decoration: say the state in words beside it. */
export function Tick({ done }: { done: boolean }) {
  return (
    <span className={[styles.tick, done ? styles.done : ''].join(' ')} aria-hidden="true">
      {done ? <Check /> : null}
    </span>
  );
}
