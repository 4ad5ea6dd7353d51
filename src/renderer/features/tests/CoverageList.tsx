import type { FileCoverage } from '../../../contract/test-result.ts';
import { linesText } from '../../../core/wording/lines-text.ts';
import { useSession } from '../../app/session-store.ts';
import styles from './CoverageList.module.css';
import panel from './TestsPanel.module.css';
import { percentOf } from './test-tally.ts';

/** Per file how much of it the tests run; opens the first line that they do not. */
export function CoverageList({ coverage }: { coverage: readonly FileCoverage[] }) {
  const openFile = useSession((s) => s.openFile);
  if (coverage.length === 0) return null;
  return (
    <>
      <h3 className={panel.heading}>
        Coverage
        <span className={styles.legend}>
          <i data-kind="covered" aria-hidden="true" /> a test runs the line
          <i data-kind="missed" aria-hidden="true" /> no test does
        </span>
      </h3>
      <ul className={styles.list} aria-label="Coverage">
        {coverage.map((file) => {
          const percent = percentOf(file);
          return (
            <li key={file.path}>
              <button type="button" className={styles.row} onClick={() => openFile(file.path, file.missed[0] ?? 1)}>
                <span className={styles.path}>{file.path}</span>
                <span className={styles.bar} aria-hidden="true">
                  <i style={{ width: `${percent}%` }} />
                </span>
                <span className={styles.percent}>{percent} %</span>
                {file.missed.length > 0 ? (
                  <span className={styles.missed}>not run: {linesText(file.missed)}</span>
                ) : null}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
