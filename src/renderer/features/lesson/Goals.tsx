import { useSession } from '../../app/session-store.ts';
import { Tick } from '../../ui/Tick.tsx';
import styles from './Goals.module.css';

/** What the learner can do after this lesson. */
export function Goals({ goals }: { goals: string[] }) {
  const completed = useSession((s) => s.completed);
  if (goals.length === 0) return null;
  return (
    <section className={styles.goals} aria-labelledby="goals">
      <h2 id="goals" className={styles.heading}>
        What you will be able to do
      </h2>
      <ul className={styles.list}>
        {goals.map((goal) => (
          <li key={goal}>
            {completed ? <Tick done /> : <span className={styles.dot} aria-hidden="true" />}
            <span>{goal}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
