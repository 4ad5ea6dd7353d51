import { Plus } from 'lucide-react';
import { useState } from 'react';
import {
  Button as AriaButton,
  Autocomplete,
  Dialog,
  DialogTrigger,
  Input,
  Menu,
  MenuItem,
  Popover,
  TextField,
} from 'react-aria-components';
import { KNOWN_STATUSES, statusMeaning, statusText } from '../../../core/plan/status-text.ts';
import menu from '../../ui/Menu.module.css';
import styles from './StatusChips.module.css';

type Props = { name: string; there: readonly number[]; onAdd: (status: number) => void };

/** Adds a status: by its number, or from the list of those that clients know. */
export function AddStatus({ name, there, onAdd }: Props) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const known = KNOWN_STATUSES.filter((status) => !there.includes(status));
  const own = /^[1-5]\d\d$/.test(typed.trim()) ? Number(typed) : null;
  const unknown = own !== null && !KNOWN_STATUSES.includes(own) && !there.includes(own) ? [own] : [];
  const words = typed.trim().toLowerCase();
  const shown = [
    ...known.filter((status) =>
      `${status} ${statusText(status)} ${statusMeaning(status)}`.toLowerCase().includes(words),
    ),
    ...unknown,
  ];
  const add = (status: number) => {
    setOpen(false);
    setTyped('');
    onAdd(status);
  };
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <AriaButton className={styles.add ?? ''} data-add="status" aria-label={`Add a status to ${name}`}>
        <Plus size={12} aria-hidden="true" />
      </AriaButton>
      <Popover className={[menu.popover, styles.list].join(' ')} placement="bottom start" offset={4}>
        <Dialog aria-label="Add a status" className={styles.search ?? ''}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <TextField aria-label="Status" autoFocus>
              <Input
                className={styles.input ?? ''}
                placeholder="Number or word, such as 404"
                autoComplete="off"
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || own === null || there.includes(own)) return;
                  event.preventDefault();
                  add(own);
                }}
              />
            </TextField>
            <Menu
              aria-label="Statuses"
              className={[menu.menu, styles.menu].join(' ')}
              items={shown.map((status) => ({ id: status }))}
              onAction={(key) => add(Number(key))}
            >
              {({ id }) => (
                <MenuItem
                  id={id}
                  textValue={`${id} ${statusText(id)}`}
                  className={[menu.item, styles.option].join(' ')}
                >
                  <b data-class={Math.floor(id / 100)}>{id}</b>
                  <span>
                    {statusText(id)}
                    <small>{statusMeaning(id) ?? 'No client knows this number by name.'}</small>
                  </span>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
