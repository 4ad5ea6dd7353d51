import type { PlanResource } from '../../../contract/plan.ts';
import { changePlan } from '../../app/change-plan.ts';
import { AddText } from './AddText.tsx';
import { EditableText } from './EditableText.tsx';
import { FindingNotes } from './FindingNotes.tsx';
import styles from './PlanForm.module.css';
import { RowMenu } from './RowMenu.tsx';
import { useRowFocus } from './use-row-focus.ts';

/** The business rules of a resource, in words. */
export function RuleList({ resource, at }: { resource: PlanResource; at: number }) {
  const { rules } = resource;
  const { list, follow } = useRowFocus<HTMLElement>('rule');
  return (
    <section ref={list} className={styles.part} aria-label={`Rules of ${resource.name}`}>
      <h2 className={styles.partTitle}>Rules</h2>
      <ol className={styles.list}>
        {rules.map((rule, index) => {
          const own = { resource: at, rule: index };
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place in the file
            <li key={index} className={styles.item} data-row="rule">
              <div className={styles.rule}>
                <EditableText
                  label={`Rule ${index + 1} of ${resource.name}`}
                  lines
                  value={rule.trimEnd()}
                  refuse={(text) => (text === '' ? 'A rule needs words. The menu removes it.' : undefined)}
                  onCommit={(value) => changePlan({ do: 'set-rule', ...own, value })}
                />
                <RowMenu
                  of={`rule ${index + 1}`}
                  at={index}
                  count={rules.length}
                  onMove={(to) => follow(to, () => changePlan({ do: 'move-rule', ...own, to }))}
                  onRemove={() => follow(index, () => changePlan({ do: 'remove-rule', ...own }))}
                />
              </div>
              <FindingNotes at={['resources', at, 'rules', index]} below />
            </li>
          );
        })}
      </ol>
      <AddText
        label={`Add a rule to ${resource.name}`}
        placeholder="Add a rule in words, such as “A book is lent to one member at a time.”"
        rows="rule"
        onAdd={(value) => changePlan({ do: 'add-rule', resource: at, value })}
      />
    </section>
  );
}
