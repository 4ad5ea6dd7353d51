import { Play, RotateCw, ShieldCheck, Skull, Unplug } from 'lucide-react';
import type { CheckSummary } from '../../../contract/api.ts';
import { ATTACKS, type AttackReport } from '../../../contract/attack.ts';
import { Button } from '../../ui/Button.tsx';
import { Prose } from '../lesson/Prose.tsx';
import styles from './AttackCard.module.css';
import { Transcript } from './Transcript.tsx';
import { useAttack } from './use-attack.ts';

/** One attack: what it is, the button that runs it, what came of it, and all that was sent and answered. `shared`: another one of this lesson has its name. */
export function AttackCard({ check, shared }: { check: CheckSummary; shared: boolean }) {
  const { report, running, outdated, run } = useAttack(check.id);
  const { title, source } = ATTACKS[check.attack ?? 'misconfiguration'];
  const words = running ? 'Attacking…' : report ? 'Attack again' : 'Run the attack';
  return (
    <li className={styles.card} data-outcome={report?.outcome}>
      <header className={styles.head}>
        <div className={styles.names}>
          <h3>
            {title}
            {shared ? <span className={styles.own}>{check.title}</span> : null}
          </h3>
          <span className={styles.source}>{source}</span>
        </div>
        <Button
          look={report ? 'plain' : 'primary'}
          className={styles.run ?? ''}
          isDisabled={running}
          aria-label={`${words}: ${check.title}`}
          onPress={() => void run()}
        >
          {report ? <RotateCw aria-hidden="true" /> : <Play aria-hidden="true" />}
          {words}
        </Button>
      </header>
      <Prose markdown={check.message} look="small" />
      <div role="status">{report ? <Outcome report={report} outdated={outdated} /> : null}</div>
      {report && report.exchanges.length > 0 ? <Transcript exchanges={report.exchanges} /> : null}
    </li>
  );
}

const OUTCOMES = {
  succeeded: { words: 'The attacker got through', Icon: Skull },
  stopped: { words: 'The attack was stopped', Icon: ShieldCheck },
  error: { words: 'There was nothing to attack', Icon: Unplug },
} as const;

function Outcome({ report, outdated }: { report: AttackReport; outdated: boolean }) {
  const { words, Icon } = OUTCOMES[report.outcome];
  return (
    <div className={styles.outcome} data-outcome={report.outcome}>
      <Icon aria-hidden="true" />
      <div>
        <strong>{words}</strong>
        <p>{report.gain}</p>
        {outdated ? (
          <p className={styles.outdated}>Your code has changed since. Attack again to see what it does now.</p>
        ) : null}
      </div>
    </div>
  );
}
