import { useState } from 'react';
import type { ContractRow } from '../../../contract/contract-diff.ts';
import { PLAN_PATH } from '../../../contract/plan.ts';
import type { Problem } from '../../../contract/problem.ts';
import { useSession } from '../../app/session-store.ts';
import { Empty } from '../../ui/Empty.tsx';
import styles from './ContractPanel.module.css';
import { ContractRowView } from './ContractRowView.tsx';
import { tallyText } from './contract-tally.ts';
import { StateFilter } from './StateFilter.tsx';

/** Rows that are drawn; no plan has as many, but a loop in the code can make them. */
const SHOWN = 300;

/** Planned against built, one row for each operation. Fills its parent. */
export function ContractPanel() {
  const { contract, planProblems } = useSession((s) => s.documents);
  const [wanted, setWanted] = useState<ContractRow['state'] | null>(null);
  const nothing = contract.rows.length === 0 && planProblems.length === 0;
  // What was chosen may be empty by now: then everything is shown again.
  const chosen = contract.rows.some((row) => row.state === wanted) ? wanted : null;
  const rows = chosen ? contract.rows.filter((row) => row.state === chosen) : contract.rows;
  return (
    <section aria-label="Contract" className={styles.panel}>
      <header className={styles.head}>
        <span className={styles.tally}>{tallyText(contract)}</span>
        <Bar planned={contract.planned} built={contract.built} drifted={contract.drifted} />
      </header>
      {contract.rows.length > 0 ? <StateFilter rows={contract.rows} chosen={chosen} onChoose={setWanted} /> : null}
      <div className={styles.scroll}>
        {planProblems.map((problem) => (
          <PlanProblem key={`${problem.line} ${problem.path} ${problem.message}`} problem={problem} />
        ))}
        {nothing ? (
          <Empty title="Nothing planned yet">
            Operations of plan.yaml stand here, each beside what you have built.
          </Empty>
        ) : (
          <ul className={styles.rows} aria-label="Operations">
            {rows.slice(0, SHOWN).map((row) => (
              <ContractRowView key={`${row.method} ${row.path}`} row={row} />
            ))}
            {rows.length > SHOWN ? (
              <li className={styles.more}>and {(rows.length - SHOWN).toLocaleString('en')} more</li>
            ) : null}
          </ul>
        )}
      </div>
    </section>
  );
}

function PlanProblem({ problem }: { problem: Problem }) {
  const openFile = useSession((s) => s.openFile);
  const file = problem.file ?? PLAN_PATH;
  return (
    <button type="button" className={styles.problem} onClick={() => openFile(file, problem.line, problem.column)}>
      <strong>
        {file}
        {problem.line ? ` line ${problem.line}` : ''}
      </strong>
      <span>{problem.message}</span>
      {problem.expected ? <small>Expected: {problem.expected}</small> : null}
      {problem.nearest ? <small>Did you mean "{problem.nearest}"?</small> : null}
    </button>
  );
}

function Bar({ planned, built, drifted }: { planned: number; built: number; drifted: number }) {
  const part = (count: number) => `${planned === 0 ? 0 : (100 * count) / planned}%`;
  return (
    <span className={styles.bar} aria-hidden="true">
      <i data-state="built" style={{ width: part(built) }} />
      <i data-state="drifted" style={{ width: part(drifted) }} />
    </span>
  );
}
