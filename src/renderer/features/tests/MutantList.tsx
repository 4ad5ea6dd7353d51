import type { PlantedResult } from '../../../contract/learner-tests.ts';
import { DiffText } from './DiffText.tsx';
import styles from './MutantList.module.css';
import panel from './TestsPanel.module.css';

const WORDS = {
  waiting: 'not tried yet',
  caught: 'caught',
  survived: 'survived',
  error: 'could not be tried',
} as const;

/** How many tests are named. */
const NAMED = 2;

/** The planted bugs: what differs from the right code, and whether a test noticed. */
export function MutantList({ planted }: { planted: readonly PlantedResult[] }) {
  if (planted.length === 0) return null;
  return (
    <>
      <h3 className={panel.heading}>
        Mutants <span>The right program with one mistake each. A good test fails on it.</span>
      </h3>
      <ul className={styles.list} aria-label="Mutants">
        {planted.map((bug) => (
          <li key={bug.id} className={styles.mutant} data-status={bug.status}>
            <p className={styles.head}>
              <span className={styles.title}>{bug.title}</span>
              <span className={styles.chip}>{WORDS[bug.status]}</span>
            </p>
            <DiffText diff={bug.diff} />
            {bug.status === 'caught' ? <p className={styles.note}>{caughtBy(bug.by)}</p> : null}
            {bug.status === 'survived' ? (
              <p className={styles.note}>
                <b>No test noticed.</b> {bug.teaches}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function caughtBy(by: readonly string[]): string {
  if (by.length === 0) return 'Caught: the tests could not run to their end on it.';
  const more = by.length > NAMED ? ` and ${by.length - NAMED} more` : '';
  return `Caught by ${by
    .slice(0, NAMED)
    .map((name) => `“${name}”`)
    .join(', ')}${more}.`;
}
