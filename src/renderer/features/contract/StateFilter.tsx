import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { ContractRow } from '../../../contract/contract-diff.ts';
import styles from './StateFilter.module.css';

type State = ContractRow['state'];
type Props = { rows: readonly ContractRow[]; chosen: State | null; onChoose: (state: State | null) => void };

const STATES: { id: State; text: string }[] = [
  { id: 'drifted', text: 'Drifted' },
  { id: 'planned', text: 'Only planned' },
  { id: 'built', text: 'Built' },
  { id: 'extra', text: 'Extra' },
];

/** Which rows are shown: all, or those of one state, each with its number. */
export function StateFilter({ rows, chosen, onChoose }: Props) {
  const count = (state: State) => rows.filter((row) => row.state === state).length;
  return (
    <ToggleButtonGroup
      aria-label="Show operations that are"
      className={styles.group ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen ?? 'all']}
      onSelectionChange={(keys) => onChoose(STATES.find(({ id }) => keys.has(id))?.id ?? null)}
    >
      <ToggleButton id="all" className={styles.choice ?? ''}>
        All <span className={styles.count}>{rows.length}</span>
      </ToggleButton>
      {STATES.filter(({ id }) => count(id) > 0).map(({ id, text }) => (
        <ToggleButton key={id} id={id} className={styles.choice ?? ''} data-state={id}>
          <i data-state={id} aria-hidden="true" /> {text} <span className={styles.count}>{count(id)}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
