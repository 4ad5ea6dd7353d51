import { Check, Settings2 } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { IconButton } from '../../ui/Button.tsx';
import { type EditorChoice, setEditorChoice, useEditorChoices } from './editor-choices.ts';
import styles from './OptionsMenu.module.css';

const LABELS: { id: EditorChoice; title: string; note: string }[] = [
  { id: 'screenReader', title: 'Screen reader mode', note: 'Reads lines and marks aloud' },
  { id: 'tabMovesFocus', title: 'Tab leaves the editor', note: 'Ctrl+M switches it while you type' },
  { id: 'wordWrap', title: 'Wrap long lines', note: 'No scrolling sideways' },
];

/** How the editor behaves: remembered over a restart. */
export function OptionsMenu() {
  const choices = useEditorChoices();
  const chosen = LABELS.filter(({ id }) => choices[id]).map(({ id }) => id);
  return (
    <MenuTrigger>
      <IconButton label="Editor options">
        <Settings2 size={16} strokeWidth={1.75} />
      </IconButton>
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <Menu
          aria-label="Editor options"
          className={styles.menu ?? ''}
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) => {
            for (const { id } of LABELS) setEditorChoice(id, keys === 'all' || keys.has(id));
          }}
        >
          {LABELS.map(({ id, title, note }) => (
            <MenuItem key={id} id={id} textValue={title} className={styles.item ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={styles.tick}>{isSelected ? <Check size={14} /> : null}</span>
                  <span>
                    {title}
                    <small>{note}</small>
                  </span>
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
