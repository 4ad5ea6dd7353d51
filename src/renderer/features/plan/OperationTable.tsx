import { HttpMethod } from '../../../contract/ids.ts';
import type { PlanResource } from '../../../contract/plan.ts';
import { changePlan } from '../../app/change-plan.ts';
import { AddOperation } from './AddOperation.tsx';
import { EditableText } from './EditableText.tsx';
import { FindingNotes } from './FindingNotes.tsx';
import styles from './PlanForm.module.css';
import { RowMenu } from './RowMenu.tsx';
import { StatusChips } from './StatusChips.tsx';
import { useRowFocus } from './use-row-focus.ts';

/** The operations of a resource: method, path, what it does, and each status that a client may get. */
export function OperationTable({ resource, at }: { resource: PlanResource; at: number }) {
  const { operations } = resource;
  const { list, follow } = useRowFocus<HTMLElement>('operation');
  return (
    <section ref={list} className={styles.part} aria-label={`Operations of ${resource.name}`}>
      <h2 className={styles.partTitle}>Operations</h2>
      <ul className={styles.list}>
        {operations.map((operation, index) => {
          const own = { resource: at, operation: index };
          const place = ['resources', at, 'operations', index];
          const name = `${operation.method} ${operation.path}`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: an operation is its place in the file
            <li key={index} className={styles.item} data-row="operation">
              <div className={styles.operation}>
                <select
                  aria-label={`Method of ${operation.path}`}
                  className={styles.method}
                  data-method={operation.method}
                  value={operation.method}
                  onChange={(event) =>
                    changePlan({ do: 'set-method', ...own, value: HttpMethod.parse(event.target.value) })
                  }
                >
                  {HttpMethod.options.map((method) => (
                    <option key={method}>{method}</option>
                  ))}
                </select>
                <EditableText
                  label={`Path of operation ${index + 1}`}
                  look="mono"
                  value={operation.path}
                  path={[...place, 'path'].join('.')}
                  refuse={(path) => (path.startsWith('/') ? undefined : 'A path begins with a slash.')}
                  onCommit={(value) => changePlan({ do: 'set-operation', ...own, key: 'path', value })}
                />
                <EditableText
                  label={`Summary of ${name}`}
                  value={operation.summary.trimEnd()}
                  refuse={(text) =>
                    text === ''
                      ? 'Say in a few words what it does.'
                      : text.length > 120
                        ? 'At most 120 characters.'
                        : undefined
                  }
                  onCommit={(value) => changePlan({ do: 'set-operation', ...own, key: 'summary', value })}
                />
                <StatusChips operation={operation} name={name} own={own} />
                <RowMenu
                  of={name}
                  at={index}
                  count={operations.length}
                  onMove={(to) => follow(to, () => changePlan({ do: 'move-operation', ...own, to }))}
                  onRemove={() => follow(index, () => changePlan({ do: 'remove-operation', ...own }))}
                />
              </div>
              <FindingNotes at={place} below />
            </li>
          );
        })}
      </ul>
      <FindingNotes at={['resources', at, 'operations']} />
      <AddOperation resource={resource} at={at} />
    </section>
  );
}
