import { useState } from 'react';
import { useBegun } from '../../app/begun.ts';
import { useSession } from '../../app/session-store.ts';
import { type JudgedCheck, useTally } from '../../app/tally.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import styles from './ChecksPanel.module.css';
import { ChecksSummary } from './ChecksSummary.tsx';
import { ContractLine } from './ContractLine.tsx';
import { NextLine } from './NextLine.tsx';
import { VerdictRow } from './VerdictRow.tsx';

/** What holds and what does not, what is open first. Fills its parent. */
export function ChecksPanel() {
  const lessonId = useSession((s) => s.lesson?.id);
  const { required, advice } = useTally();
  const ordered = openFirst(required);
  const begun = useBegun();
  const first = ordered.find(({ verdict }) => verdict?.status === 'failed' || verdict?.status === 'error');
  return (
    <>
      <h2 className="only-heard">Checks</h2>
      {required.length > 0 ? <ChecksSummary /> : null}
      <Scroll className={styles.scroll} label="Verdicts">
        {required.length === 0 && advice.length === 0 ? (
          <Empty title="This lesson has no checks.">Read on, and go to the next lesson when you are ready.</Empty>
        ) : null}
        <NotStarted />
        {required.length > 0 && !begun ? (
          <p className={styles.ahead}>This is what will hold at the end. Each change you make is checked at once.</p>
        ) : null}
        <VerdictList key={lessonId} judged={ordered} openId={begun ? first?.check.id : undefined} />
        {advice.length > 0 ? (
          <section aria-labelledby="advice">
            <h2 id="advice" className={styles.heading}>
              Advice <span>does not block the lesson</span>
            </h2>
            <VerdictList key={lessonId} judged={openFirst(advice)} openId={undefined} />
          </section>
        ) : null}
      </Scroll>
      <NextLine />
      <ContractLine />
    </>
  );
}

/** Code that had to be ended last time is not started to be checked either. */
function NotStarted() {
  const held = useSession((s) => s.live.held === true);
  const run = useSession((s) => s.run);
  if (!held) return null;
  return (
    <p className={styles.held}>
      <span>Your API was not started, so what needs it was not checked.</span>
      <Button look="text" onPress={() => void run()}>
        Run it again
      </Button>
    </p>
  );
}

function VerdictList({ judged, openId }: { judged: JudgedCheck[]; openId: string | undefined }) {
  const [opened, setOpened] = useState<Record<string, boolean>>({});
  return (
    <ul className={styles.list}>
      {judged.map((one) => {
        const { id } = one.check;
        return (
          <VerdictRow
            key={id}
            judged={one}
            open={opened[id] ?? id === openId}
            onOpenChange={(open) => setOpened({ ...opened, [id]: open })}
          />
        );
      })}
    </ul>
  );
}

/** What does not hold comes first, then what was not judged yet, then what holds; within that the order of the lesson. */
function openFirst(judged: JudgedCheck[]): JudgedCheck[] {
  const rank = ({ verdict }: JudgedCheck) => (!verdict ? 1 : verdict.status === 'passed' ? 2 : 0);
  return [...judged].sort((a, b) => rank(a) - rank(b));
}
