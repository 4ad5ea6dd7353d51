import { Check, CircleDashed, Lock, Unplug, X } from 'lucide-react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { Verdict } from '../../../contract/evidence.ts';
import { useBegun } from '../../app/begun.ts';
import type { JudgedCheck } from '../../app/tally.ts';
import { formatMs } from '../../ui/format-ms.ts';
import { Hints } from '../lesson/Hints.tsx';
import { Prose } from '../lesson/Prose.tsx';
import { EvidenceView } from './EvidenceView.tsx';
import styles from './VerdictRow.module.css';

type Status = Verdict['status'] | 'pending' | 'ahead';
type Props = { judged: JudgedCheck; open: boolean; onOpenChange: (open: boolean) => void };

const WORDS: Record<Status, string> = {
  passed: 'holds',
  failed: 'does not hold',
  error: 'could not be checked',
  blocked: 'waits for another check',
  pending: 'not checked yet',
  ahead: 'does not hold yet',
};

const ICONS: Record<Status, typeof Check> = {
  passed: Check,
  failed: X,
  error: Unplug,
  blocked: Lock,
  pending: CircleDashed,
  ahead: CircleDashed,
};

/** One check with its verdict; opens to what should be true and the evidence. */
export function VerdictRow({ judged: { check, verdict }, open, onOpenChange }: Props) {
  const begun = useBegun();
  const status = statusOf(verdict, begun);
  const advice = check.severity === 'advice' && status === 'failed';
  const Icon = ICONS[status];
  const holds = status === 'passed';
  return (
    <li className={[styles.item, open ? styles.open : ''].join(' ')} data-status={status}>
      <Disclosure isExpanded={open} onExpandedChange={onOpenChange}>
        <Heading level={3} className={styles.heading ?? ''}>
          <AriaButton slot="trigger" className={styles.trigger ?? ''}>
            <Icon aria-hidden="true" className={[styles.icon, advice ? styles.advice : styles[status]].join(' ')} />
            <span className={[styles.title, holds ? styles.calm : ''].join(' ')}>{check.title}</span>
            <span className="only-heard">{WORDS[status]}</span>
            <span className={open && isShownBelow(verdict) ? 'only-heard' : styles.reason}>
              {noteOf(status, verdict)}
            </span>
          </AriaButton>
        </Heading>
        <DisclosurePanel className={styles.panel ?? ''}>
          {open ? (
            <div className={styles.body}>
              {holds ? null : <Prose markdown={check.message} look="small" />}
              {status === 'error' && verdict ? <p className={styles.why}>{verdict.reason}</p> : null}
              {verdict?.evidence ? <EvidenceView evidence={verdict.evidence} held={holds} /> : null}
              {holds || check.hints === 0 || status === 'error' ? null : <Hints check={check} />}
            </div>
          ) : null}
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}

/** What does not hold in an untouched lesson is still ahead. */
function statusOf(verdict: Verdict | undefined, begun: boolean): Status {
  if (!verdict) return 'pending';
  return begun || verdict.status === 'passed' ? verdict.status : 'ahead';
}

/** The evidence says the reason again, in full. */
function isShownBelow(verdict: Verdict | undefined): boolean {
  return verdict?.status === 'failed' && (verdict.evidence?.mismatches.length ?? 0) > 0;
}

function noteOf(status: Status, verdict: Verdict | undefined): string {
  if (!verdict) return '';
  switch (status) {
    case 'passed':
      return verdict.ms > 0 ? formatMs(verdict.ms) : '';
    case 'ahead':
      return '';
    case 'blocked':
      return 'needs the check above';
    case 'error':
      return 'not checked';
    default:
      return verdict.reason;
  }
}
