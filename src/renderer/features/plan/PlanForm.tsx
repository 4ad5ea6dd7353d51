import { type KeyboardEvent, useDeferredValue, useMemo } from 'react';
import { PLAN_PATH } from '../../../contract/plan.ts';
import { readPlan } from '../../../core/plan/read-plan.ts';
import { changePlan } from '../../app/change-plan.ts';
import { findingsOf } from '../../app/plan-findings.ts';
import { useSession } from '../../app/session-store.ts';
import { onUndoKeys } from '../editor/edit-history.ts';
import { Unreadable } from '../editor/Unreadable.tsx';
import { AddText } from './AddText.tsx';
import styles from './PlanForm.module.css';
import { PlanHead } from './PlanHead.tsx';
import { PlanProvider } from './plan-in-hand.ts';
import { ResourceSection, refuseName } from './ResourceSection.tsx';
import { useRowFocus } from './use-row-focus.ts';

/** plan.yaml as a form. Both are views of one text: what is changed here is a small edit of that text. */
export function PlanForm() {
  const text = useSession((s) => s.files.find((file) => file.path === PLAN_PATH)?.text ?? '');
  const { value: plan, problems } = useMemo(() => readPlan(text), [text]);
  const advised = useDeferredValue(text);
  const findings = useMemo(() => findingsOf(advised), [advised]);
  const inHand = useMemo(() => (plan ? { plan, findings } : null), [plan, findings]);
  const { list, follow } = useRowFocus<HTMLDivElement>('resource');
  if (!inHand) return <Unreadable path={PLAN_PATH} problems={problems} />;
  const { resources } = inHand.plan;
  return (
    <PlanProvider value={inHand}>
      <form
        aria-label="Plan"
        className={styles.form}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event: KeyboardEvent) => onUndoKeys(event, PLAN_PATH)}
      >
        <div ref={list} className={styles.page}>
          <PlanHead />
          {resources.map((resource, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a resource is its place in the file
            <ResourceSection key={index} resource={resource} at={index} follow={follow} />
          ))}
          <div className={styles.addResource}>
            <AddText
              label="Add a resource"
              placeholder={
                resources.length === 0 ? 'Add the first resource: a plural noun, such as books' : 'Add a resource'
              }
              mono
              rows="resource"
              refuse={(name) => refuseName(name, resources)}
              onAdd={(name) => changePlan({ do: 'add-resource', value: { name } })}
            />
          </div>
        </div>
      </form>
    </PlanProvider>
  );
}
