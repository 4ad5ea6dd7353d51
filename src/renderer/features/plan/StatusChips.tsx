import { Button as AriaButton, Dialog, DialogTrigger, Popover, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { PlanOperation } from '../../../contract/plan.ts';
import { statusMeaning, statusText } from '../../../core/plan/status-text.ts';
import { changePlan } from '../../app/change-plan.ts';
import { Button } from '../../ui/Button.tsx';
import { AddStatus } from './AddStatus.tsx';
import styles from './StatusChips.module.css';
import { useRowFocus } from './use-row-focus.ts';

type Props = { operation: PlanOperation; name: string; own: { resource: number; operation: number } };

/** The statuses of an operation. A chip tells its name; opened, what it means; Delete takes it out. */
export function StatusChips({ operation, name, own }: Props) {
  const { list, follow } = useRowFocus<HTMLFieldSetElement>('status');
  const last = operation.statuses.length === 1;
  return (
    <fieldset ref={list} className={styles.chips}>
      <legend className="only-heard">Statuses of {name}</legend>
      {[...new Set(operation.statuses)].map((status, index) => (
        <Chip
          key={status}
          status={status}
          last={last}
          onRemove={() => follow(index, () => changePlan({ do: 'remove-status', ...own, value: status }))}
        />
      ))}
      <AddStatus
        name={name}
        there={operation.statuses}
        onAdd={(value) => changePlan({ do: 'add-status', ...own, value })}
      />
    </fieldset>
  );
}

function Chip({ status, last, onRemove }: { status: number; last: boolean; onRemove: () => void }) {
  const text = statusText(status);
  return (
    <DialogTrigger>
      <TooltipTrigger delay={250} closeDelay={0}>
        <AriaButton
          className={styles.chip ?? ''}
          data-row="status"
          data-class={Math.floor(status / 100)}
          aria-label={`${status} ${text}`}
          onKeyDown={(event) => {
            if (!last && (event.key === 'Delete' || event.key === 'Backspace')) onRemove();
          }}
        >
          {status}
        </AriaButton>
        <Tooltip className={styles.tip ?? ''} offset={5}>
          {text}
        </Tooltip>
      </TooltipTrigger>
      <Popover className={styles.popover ?? ''} placement="bottom start" offset={4}>
        <Dialog aria-label={`${status} ${text}`} className={styles.dialog ?? ''}>
          <p className={styles.name}>
            <b>{status}</b> {text}
          </p>
          <p className={styles.meaning}>{statusMeaning(status) ?? 'No client knows this number by name.'}</p>
          <Button look="plain" isDisabled={last} onPress={onRemove}>
            Remove it
          </Button>
          {last ? <p className={styles.meaning}>An operation names at least one status.</p> : null}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
