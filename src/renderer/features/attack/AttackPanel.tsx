import { useSession } from '../../app/session-store.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { AttackCard } from './AttackCard.tsx';
import styles from './AttackPanel.module.css';
import { LabBox } from './LabBox.tsx';
import { OriginPages } from './OriginPages.tsx';

/** The attacks of this lesson, each to be run by the learner, and what stands beside the API. Fills its parent. */
export function AttackPanel() {
  const lesson = useSession((s) => s.lesson);
  const attacks = lesson?.checks.filter(({ kind }) => kind === 'attack') ?? [];
  return (
    <>
      <h2 className="only-heard">Attack</h2>
      <Scroll className={styles.scroll} label="Attacks">
        {attacks.length > 0 ? (
          <p className={styles.lead}>
            Each attack runs against a fresh copy of your API, so nothing of yours is harmed. Run it, see what the
            attacker gets, close the hole, run it again.
          </p>
        ) : null}
        <ul className={styles.list}>
          {attacks.map((check) => (
            <AttackCard
              key={`${lesson?.id} ${check.id}`}
              check={check}
              shared={attacks.filter(({ attack }) => attack === check.attack).length > 1}
            />
          ))}
        </ul>
        <OriginPages />
        <LabBox />
      </Scroll>
    </>
  );
}
