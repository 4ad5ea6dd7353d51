import type { KeyboardEvent } from 'react';
import { useMemo } from 'react';
import { DECISION_PATH } from '../../../contract/decision.ts';
import { type DecisionChange, editDecision } from '../../../core/decision/edit-decision.ts';
import { readDecision } from '../../../core/decision/read-decision.ts';
import { useSession } from '../../app/session-store.ts';
import { onUndoKeys } from '../editor/edit-history.ts';
import { Unreadable } from '../editor/Unreadable.tsx';
import styles from './DecisionForm.module.css';
import { ScenarioCard } from './ScenarioCard.tsx';

/** decision.yaml as a form: for each scenario an option and the criteria that decided. */
export function DecisionForm() {
  const text = useSession((s) => s.files.find((file) => file.path === DECISION_PATH)?.text ?? '');
  const { value: decision, problems } = useMemo(() => readDecision(text), [text]);
  if (!decision) return <Unreadable path={DECISION_PATH} problems={problems} />;
  const decided = decision.scenarios.filter(({ choice, because }) => choice !== '' && because.length > 0).length;
  return (
    <form
      aria-label="Decision"
      className={styles.form}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event: KeyboardEvent) => onUndoKeys(event, DECISION_PATH)}
    >
      <div className={styles.page}>
        <p className={styles.tally} role="status">
          {decided} of {decision.scenarios.length} decided
        </p>
        {decision.scenarios.map((scenario, at) => (
          <ScenarioCard key={scenario.id} decision={decision} scenario={scenario} at={at} onChange={change} />
        ))}
      </div>
    </form>
  );
}

/** Changes the file as typing would: the text is saved, checked and can be undone. */
function change(one: DecisionChange): void {
  const { files, edit } = useSession.getState();
  const text = files.find((file) => file.path === DECISION_PATH)?.text;
  if (text !== undefined) edit(DECISION_PATH, editDecision(text, one));
}
