import { ArrowDown, ArrowUp, EllipsisVertical, Trash2 } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { IconButton } from '../../ui/Button.tsx';
import menu from '../../ui/Menu.module.css';

type Props = {
  /** What the row is, as it stands in the menu's name: "field title". */
  of: string;
  at: number;
  count: number;
  onMove: (to: number) => void;
  onRemove: () => void;
};

/** What can be done with a row of a list: up, down, away. */
export function RowMenu({ of, at, count, onMove, onRemove }: Props) {
  const disabled = [...(at === 0 ? ['up'] : []), ...(at === count - 1 ? ['down'] : [])];
  return (
    <MenuTrigger>
      <IconButton label={`More for ${of}`} data-row-menu>
        <EllipsisVertical size={14} />
      </IconButton>
      <Popover className={menu.popover ?? ''} placement="bottom end">
        <Menu
          aria-label={`More for ${of}`}
          className={menu.menu ?? ''}
          disabledKeys={disabled}
          onAction={(key) => {
            if (key === 'up') onMove(at - 1);
            else if (key === 'down') onMove(at + 1);
            else onRemove();
          }}
        >
          <MenuItem id="up" className={menu.item ?? ''}>
            <ArrowUp size={14} /> Move up
          </MenuItem>
          <MenuItem id="down" className={menu.item ?? ''}>
            <ArrowDown size={14} /> Move down
          </MenuItem>
          <MenuItem id="remove" className={menu.item ?? ''}>
            <Trash2 size={14} /> Remove
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
