import { useSession } from '../../app/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './ContractLine.module.css';

/** How plan and implementation stand, in one line; leads to the Contract tab. */
export function ContractLine() {
  const contract = useSession((s) => s.documents.contract);
  const setResultTab = useSession((s) => s.setResultTab);
  if (contract.planned === 0 && contract.rows.length === 0) return null;
  const { planned, built, drifted, extra } = contract;
  return (
    <div className={styles.line}>
      <Button look="text" className={styles.button ?? ''} onPress={() => setResultTab('contract')}>
        <span>
          Planned {planned} {planned === 1 ? 'operation' : 'operations'} · built {built}
          {extra > 0 ? ` · ${extra} not planned` : ''}
        </span>
        {drifted > 0 ? <span className={styles.drifted}>{drifted} drifted</span> : null}
      </Button>
    </div>
  );
}
