import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { ContractRow } from '../../../contract/contract-diff.ts';
import { fieldDrift } from '../../../core/contract/judge.ts';
import { Method } from '../../ui/Method.tsx';
import styles from './ContractPanel.module.css';
import { RowDetails } from './RowDetails.tsx';
import { showRow } from './show-place.ts';

const STATES = { planned: 'planned', built: 'built', drifted: 'drifted', extra: 'extra' } as const;

/** One operation: its state and what differs. A drifted one opens; any other leads to its line. */
export function ContractRowView({ row }: { row: ContractRow }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const opens = row.state === 'drifted';
  const differs = [...row.drift, ...fieldDrift(row)];
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        data-open={open || undefined}
        aria-expanded={opens ? open : undefined}
        aria-controls={opens && open ? id : undefined}
        onClick={() => (opens ? setOpen(!open) : showRow(row))}
      >
        <Method method={row.method} />
        <span className={styles.path}>{row.path}</span>
        <span className={styles.chip} data-state={row.state}>
          {STATES[row.state]}
          {opens ? <ChevronRight className={styles.arrow} aria-hidden="true" /> : null}
        </span>
        {row.summary ? <span className={styles.summary}>{row.summary}</span> : null}
        {open ? null : <Differences texts={differs} />}
        {row.state === 'extra' ? <span className={styles.summary}>Nobody planned this one.</span> : null}
      </button>
      {opens && open ? <RowDetails id={id} row={row} /> : null}
    </li>
  );
}

/** The first few; the rest is in the table below the row. */
function Differences({ texts }: { texts: string[] }) {
  const more = texts.length - 2;
  return (
    <>
      {texts.slice(0, more === 1 ? 3 : 2).map((text) => (
        <span key={text} className={styles.drift}>
          {text}
        </span>
      ))}
      {more > 1 ? <span className={styles.summary}>and {more} more</span> : null}
    </>
  );
}
