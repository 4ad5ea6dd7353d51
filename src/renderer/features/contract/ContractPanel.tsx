import type { ContractRow } from '../../../contract/contract-diff.ts';
import { PLAN_PATH } from '../../../contract/plan.ts';
import type { Problem } from '../../../contract/problem.ts';
import { useSession } from '../../app/session-store.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Method } from '../../ui/Method.tsx';
import styles from './ContractPanel.module.css';
import { tallyText } from './contract-tally.ts';
import { placeInPlan } from './place-in-plan.ts';

/** Rows that are drawn; no plan has as many, but a loop in the code can make them. */
const SHOWN = 300;

/** Planned against built, one row for each operation. Fills its parent. */
export function ContractPanel() {
  const { contract, planProblems } = useSession((s) => s.documents);
  const nothing = contract.rows.length === 0 && planProblems.length === 0;
  return (
    <section aria-label="Contract" className={styles.panel}>
      <header className={styles.head}>
        <span className={styles.tally}>{tallyText(contract)}</span>
        <Bar planned={contract.planned} built={contract.built} drifted={contract.drifted} />
      </header>
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
            {contract.rows.slice(0, SHOWN).map((row) => (
              <Row key={`${row.method} ${row.path}`} row={row} />
            ))}
            {contract.rows.length > SHOWN ? (
              <li className={styles.more}>and {(contract.rows.length - SHOWN).toLocaleString('en')} more</li>
            ) : null}
          </ul>
        )}
      </div>
    </section>
  );
}

const STATES = {
  planned: { text: 'planned', says: 'Not built yet.' },
  built: { text: 'built', says: 'As planned.' },
  drifted: { text: 'drifted', says: '' },
  extra: { text: 'extra', says: 'Nobody planned this one.' },
} as const;

function Row({ row }: { row: ContractRow }) {
  const state = STATES[row.state];
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => show(row)}>
        <Method method={row.method} />
        <span className={styles.path}>{row.path}</span>
        <span className={styles.chip} data-state={row.state}>
          {state.text}
        </span>
        {row.summary ? <span className={styles.summary}>{row.summary}</span> : null}
        {row.drift.map((drift) => (
          <span key={drift} className={styles.drift}>
            {drift}
          </span>
        ))}
        {row.state === 'extra' ? <span className={styles.summary}>{state.says}</span> : null}
      </button>
    </li>
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

/** What is built leads to its route; what is only planned leads to its line of the plan. */
function show(row: ContractRow): void {
  const { documents, files, openFile } = useSession.getState();
  const route = documents.routes.find(
    (built) => built.method === row.method.toUpperCase() && shape(built.path) === shape(row.path),
  );
  if (route?.file && route.line) {
    openFile(route.file, route.line);
    return;
  }
  const plan = files.find((file) => file.path === PLAN_PATH);
  if (plan) openFile(PLAN_PATH, placeInPlan(plan.text, row.method, row.path));
}

function shape(path: string): string {
  return path.replace(/\{[^}]*\}/g, '{}').replace(/(.)\/$/, '$1');
}
