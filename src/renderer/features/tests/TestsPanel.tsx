import { useSession } from '../../app/session-store.ts';
import { Empty } from '../../ui/Empty.tsx';
import { formatMs } from '../../ui/format-ms.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { CoverageList } from './CoverageList.tsx';
import { MutantList } from './MutantList.tsx';
import { TestList } from './TestList.tsx';
import styles from './TestsPanel.module.css';
import { testTally } from './test-tally.ts';

/** The learner's own tests: what came of each, which planted bugs they catch, which lines they run. */
export function TestsPanel() {
  const run = useSession((s) => s.tests);
  const { status, tests, planted, coverage, failure, rejects = [], ms } = run;
  const own = new Set(tests.filter((test) => test.status === 'failed').map((test) => test.name));
  const unjust = rejects.filter((test) => !own.has(test.name));
  return (
    <section aria-label="Tests" className={styles.panel}>
      <header className={styles.head}>
        <span className={styles.tally} role="status">
          {testTally(run)}
        </span>
        <span className={styles.time}>{status === 'running' ? 'running…' : ms === undefined ? '' : formatMs(ms)}</span>
      </header>
      <Scroll label="Your tests" className={styles.scroll}>
        {failure ? <p className={styles.failure}>{failure.message}</p> : null}
        {tests.length === 0 && !failure && status !== 'running' ? (
          <Empty title="Your tests stand here">Each one with what came of it, as soon as it has run.</Empty>
        ) : null}
        <TestList tests={tests} />
        {unjust.length > 0 ? (
          <>
            <h3 className={styles.heading}>
              Rejects right code <span>These fail on the lesson's right solution, so they catch nothing.</span>
            </h3>
            <TestList tests={unjust} />
          </>
        ) : null}
        <MutantList planted={planted} />
        <CoverageList coverage={coverage} />
      </Scroll>
    </section>
  );
}
