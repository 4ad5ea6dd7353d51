import type { PlanResource } from '../../../contract/plan.ts';
import { itemName } from '../../../core/plan/names.ts';
import { changePlan } from '../../app/change-plan.ts';
import { EditableText } from './EditableText.tsx';
import { FieldTable } from './FieldTable.tsx';
import { FindingNotes } from './FindingNotes.tsx';
import { OperationTable } from './OperationTable.tsx';
import styles from './PlanForm.module.css';
import { usePlan } from './plan-in-hand.ts';
import { RowMenu } from './RowMenu.tsx';
import { RuleList } from './RuleList.tsx';
import type { FollowRow } from './use-row-focus.ts';

type Props = { resource: PlanResource; at: number; follow: FollowRow };

/** One resource of the plan: its names, fields, rules and operations. */
export function ResourceSection({ resource, at, follow }: Props) {
  const { plan } = usePlan();
  const set = (key: 'name' | 'item' | 'description') => (value: string) =>
    changePlan({ do: 'set-resource', resource: at, key, value });
  const place = ['resources', at];
  return (
    <section className={styles.resource} data-row="resource" aria-label={`Resource ${resource.name}`}>
      <div className={styles.resourceHead}>
        <EditableText
          label={`Name of resource ${at + 1}`}
          look="name"
          value={resource.name}
          path={[...place, 'name'].join('.')}
          refuse={(name) => refuseName(name, plan.resources, at)}
          onCommit={set('name')}
        />
        <div className={styles.itemName}>
          <span aria-hidden="true">one of them</span>
          <EditableText
            label={`One of the ${resource.name} is called`}
            look="mono"
            value={resource.item ?? ''}
            placeholder={itemName({ name: resource.name })}
            onCommit={set('item')}
          />
        </div>
        <RowMenu
          of={`resource ${resource.name}`}
          at={at}
          count={plan.resources.length}
          onMove={(to) => follow(to, () => changePlan({ do: 'move-resource', resource: at, to }))}
          onRemove={() => follow(at, () => changePlan({ do: 'remove-resource', resource: at }))}
        />
      </div>
      <FindingNotes at={place} />
      <FindingNotes at={[...place, 'name']} />
      <EditableText
        label={`Description of ${resource.name}`}
        lines
        value={(resource.description ?? '').trimEnd()}
        placeholder="What it is, in a sentence"
        onCommit={set('description')}
      />
      <FieldTable resource={resource} at={at} />
      <RuleList resource={resource} at={at} />
      <OperationTable resource={resource} at={at} />
    </section>
  );
}

/** Why a name cannot be taken for a resource. */
export function refuseName(name: string, resources: readonly PlanResource[], but = -1): string | undefined {
  if (name === '') return 'A resource needs a name.';
  if (name.length > 64) return 'A name has at most 64 characters.';
  const taken = resources.some((other, index) => other.name === name && index !== but);
  return taken ? `There is a resource "${name}" already.` : undefined;
}
