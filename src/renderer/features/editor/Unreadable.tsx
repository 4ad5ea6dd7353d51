import { TriangleAlert } from 'lucide-react';
import type { Problem } from '../../../contract/problem.ts';
import { useSession } from '../../app/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Unreadable.module.css';

/** Instead of a form, while the YAML cannot be read: where it is wrong, and the way there. */
export function Unreadable({ path, problems }: { path: string; problems: readonly Problem[] }) {
  const openFile = useSession((s) => s.openFile);
  return (
    <div className={styles.place} role="alert">
      <TriangleAlert aria-hidden="true" className={styles.sign} />
      <p className={styles.title}>The form waits until {path} can be read</p>
      <p className={styles.text}>Nothing is lost: every word is still in the YAML.</p>
      <ul className={styles.problems}>
        {problems.slice(0, 5).map((problem) => (
          <li key={`${problem.line} ${problem.message}`}>
            <span>{problem.message}</span>
            {problem.line ? (
              <Button onPress={() => openFile(path, problem.line, problem.column)}>Go to line {problem.line}</Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
