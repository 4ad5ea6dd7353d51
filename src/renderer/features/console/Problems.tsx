import { CircleX, Info, TriangleAlert } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { PlanChange } from '../../../core/plan/plan-change.ts';
import { useSession } from '../../app/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import styles from './Problems.module.css';
import { type ListedProblem, useProblems } from './use-problems.ts';

/** What changes a plan is fetched when somebody wants one changed. */
async function mend(change: PlanChange): Promise<void> {
  const { changePlan } = await import('../../app/change-plan.ts');
  changePlan(change);
}

const SOURCES: Record<ListedProblem['from'], string> = {
  start: 'start',
  plan: 'plan',
  types: 'types',
  lesson: 'lesson file',
};

/** What is wrong now; a problem in a file of the workspace leads to its line. */
export function Problems() {
  const problems = useProblems();
  if (problems.length === 0) return <Empty title="No problems." />;
  return (
    <ul className={styles.list} aria-label="Problems">
      {problems.map((problem, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two problems may read alike
        <li key={at}>
          <Row problem={problem} />
        </li>
      ))}
    </ul>
  );
}

function Row({ problem }: { problem: ListedProblem }) {
  const openFile = useSession((s) => s.openFile);
  const { open, tone, message, code = '', from, where, fix } = problem;
  const Icon = { error: CircleX, warning: TriangleAlert, advice: Info }[tone];
  const content = (
    <>
      <Icon aria-label={tone} className={styles[tone]} />
      <span className={styles.message}>{message}</span>
      <span className={styles.from}>{code}</span>
      <span className={styles.from}>{SOURCES[from]}</span>
      <span className={styles.where}>{where}</span>
    </>
  );
  if (!open) return <div className={styles.row}>{content}</div>;
  const row = (
    <AriaButton className={styles.row ?? ''} onPress={() => openFile(open.path, open.line, open.column)}>
      {content}
    </AriaButton>
  );
  if (!fix) return row;
  return (
    <div className={styles.fixable}>
      {row}
      <Button look="text" aria-label={`${fix.title}: ${message}`} onPress={() => void mend(fix.change)}>
        {fix.title}
      </Button>
    </div>
  );
}
