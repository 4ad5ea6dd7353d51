import { Info, TriangleAlert } from 'lucide-react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Finding } from '../../../core/plan/finding.ts';
import { changePlan } from '../../app/change-plan.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './FindingNotes.module.css';
import { useFindings } from './plan-in-hand.ts';

type Props = { at: readonly (string | number)[]; below?: boolean };

/** What is to be said about a place of the plan: the message, why it matters, and the fix. */
export function FindingNotes({ at, below = false }: Props) {
  const findings = useFindings(at, below);
  if (findings.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label="Advice">
      {findings.map((finding) => (
        <Note key={`${finding.rule} ${finding.path.join('.')} ${finding.message}`} finding={finding} />
      ))}
    </ul>
  );
}

function Note({ finding: { severity, message, why, fix } }: { finding: Finding }) {
  const Icon = severity === 'warning' ? TriangleAlert : Info;
  return (
    <li className={styles.note} data-severity={severity}>
      <Icon aria-label={severity === 'warning' ? 'Warning' : 'Advice'} />
      <span className={styles.message}>{message}</span>
      <DialogTrigger>
        <AriaButton className={styles.action ?? ''} aria-label={`Why? ${message}`}>
          Why?
        </AriaButton>
        <Popover className={styles.why ?? ''} placement="bottom start" offset={4}>
          <Dialog aria-label="Why" className={styles.reason ?? ''}>
            <p>{why}</p>
          </Dialog>
        </Popover>
      </DialogTrigger>
      {fix ? (
        <Button look="text" className={styles.action ?? ''} onPress={() => changePlan(fix.change)}>
          {fix.title}
        </Button>
      ) : null}
    </li>
  );
}
