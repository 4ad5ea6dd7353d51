import { Plus } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { PlanOperation, PlanResource } from '../../../contract/plan.ts';
import { missingOperations } from '../../../core/plan/standard-operations.ts';
import { changePlan } from '../../app/change-plan.ts';
import { Button } from '../../ui/Button.tsx';
import menu from '../../ui/Menu.module.css';
import { Method } from '../../ui/Method.tsx';
import styles from './PlanForm.module.css';

/** Adds one of the operations that most resources have, or one of another kind. */
export function AddOperation({ resource, at }: { resource: PlanResource; at: number }) {
  const missing = missingOperations(resource);
  const own: PlanOperation = {
    method: 'GET',
    path: `/${resource.name}/{id}/part`,
    summary: 'Say what it does',
    statuses: [200, 404],
  };
  const all = [...missing, own];
  return (
    <MenuTrigger>
      <Button
        look="quiet"
        className={styles.addOperation ?? ''}
        data-add="operation"
        aria-label={`Add an operation to ${resource.name}`}
      >
        <Plus size={13} aria-hidden="true" /> Add an operation
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom start">
        <Menu
          aria-label="Operations to add"
          className={menu.menu ?? ''}
          onAction={(key) => {
            const value = all[Number(key)];
            if (value) changePlan({ do: 'add-operation', resource: at, value });
          }}
        >
          {all.map((operation, index) => (
            <MenuItem
              key={`${operation.method} ${operation.path}`}
              id={index}
              textValue={operation.summary}
              className={menu.item ?? ''}
            >
              <span className={styles.menuMethod}>
                <Method method={operation.method} />
              </span>
              <span className={menu.text}>{operation === own ? 'Another one' : operation.summary}</span>
              <span className={menu.note}>{operation.path}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
