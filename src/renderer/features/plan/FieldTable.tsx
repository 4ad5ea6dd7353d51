import { PlanField, type PlanResource } from '../../../contract/plan.ts';
import { newField } from '../../../core/plan/new-field.ts';
import { changePlan } from '../../app/change-plan.ts';
import { AddText } from './AddText.tsx';
import { EditableText } from './EditableText.tsx';
import { FindingNotes } from './FindingNotes.tsx';
import styles from './PlanForm.module.css';
import { RowMenu } from './RowMenu.tsx';
import { useRowFocus } from './use-row-focus.ts';

const TYPES = PlanField.shape.type.unwrap().options;

/** The fields of a resource: name, type, whether a client must send it, whether the server sets it. */
export function FieldTable({ resource, at }: { resource: PlanResource; at: number }) {
  const { fields } = resource;
  const { list, follow } = useRowFocus<HTMLElement>('field');
  const taken = (name: string, but = -1) =>
    fields.some((field, index) => field.name === name && index !== but)
      ? `There is a field "${name}" already.`
      : undefined;
  return (
    <section ref={list} className={styles.part} aria-label={`Fields of ${resource.name}`}>
      <h2 className={styles.partTitle}>Fields</h2>
      {fields.length > 0 ? (
        <div className={styles.fieldHead} aria-hidden="true">
          <span>Name</span>
          <span>Type</span>
          <span>Required</span>
          <span>Set by server</span>
        </div>
      ) : null}
      <ul className={styles.list}>
        {fields.map((field, index) => {
          const own = { resource: at, field: index };
          const place = ['resources', at, 'fields', index];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place in the file
            <li key={index} className={styles.item} data-row="field">
              <div className={styles.field}>
                <EditableText
                  label={`Name of field ${index + 1}`}
                  look="mono"
                  value={field.name}
                  path={[...place, 'name'].join('.')}
                  refuse={(name) => (name === '' ? 'A field needs a name.' : taken(name, index))}
                  onCommit={(value) => changePlan({ do: 'set-field', ...own, key: 'name', value })}
                />
                <select
                  aria-label={`Type of ${field.name}`}
                  className={styles.select}
                  value={field.type}
                  onChange={(event) =>
                    changePlan({ do: 'set-field-type', ...own, value: PlanField.shape.type.parse(event.target.value) })
                  }
                >
                  {TYPES.map((type) => (
                    <option key={type}>{type}</option>
                  ))}
                </select>
                <label className={styles.box}>
                  <input
                    type="checkbox"
                    aria-label={`${field.name} is required`}
                    checked={field.required}
                    onChange={(event) =>
                      changePlan({ do: 'set-field-flag', ...own, key: 'required', value: event.target.checked })
                    }
                  />
                </label>
                <label className={styles.box}>
                  <input
                    type="checkbox"
                    aria-label={`${field.name} is set by the server`}
                    checked={field.readOnly}
                    onChange={(event) =>
                      changePlan({ do: 'set-field-flag', ...own, key: 'readOnly', value: event.target.checked })
                    }
                  />
                </label>
                <RowMenu
                  of={`field ${field.name}`}
                  at={index}
                  count={fields.length}
                  onMove={(to) => follow(to, () => changePlan({ do: 'move-field', ...own, to }))}
                  onRemove={() => follow(index, () => changePlan({ do: 'remove-field', ...own }))}
                />
              </div>
              <FindingNotes at={place} below />
            </li>
          );
        })}
      </ul>
      <FindingNotes at={['resources', at, 'fields']} />
      <AddText
        label={`Add a field to ${resource.name}`}
        placeholder="Add a field"
        rows="field"
        mono
        refuse={(name) => (name.length > 64 ? 'A name has at most 64 characters.' : taken(name))}
        onAdd={(name) => changePlan({ do: 'add-field', resource: at, value: newField(name) })}
      />
    </section>
  );
}
