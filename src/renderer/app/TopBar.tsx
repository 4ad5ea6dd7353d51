import { Contrast, FolderDown, Keyboard, Monitor, Moon, Search, Sun } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { WINDOW_KEYS } from '../../core/keys/keys.ts';
import { exportProject } from '../features/export/export-project.ts';
import { StageBar } from '../features/stages/StageBar.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Key } from '../ui/Key.tsx';
import menu from '../ui/Menu.module.css';
import { Later } from './Later.tsx';
import { useSession } from './session-store.ts';
import styles from './TopBar.module.css';
import { THEMES, type ThemeChoice, useTheme } from './theme.ts';

/** Brand, stages, search, export, theme. */
export function TopBar() {
  const title = useSession((s) => s.outline?.title ?? '');
  const track = useSession((s) => s.outline?.tracks.find((one) => one.id === s.track)?.title ?? '');
  const showPalette = useSession((s) => s.showPalette);
  const showKeys = useSession((s) => s.showKeys);
  const open = useSession((s) => s.session !== null);
  return (
    <header className={styles.bar}>
      <div className={styles.brand}>
        <i className={styles.mark} aria-hidden="true" />
        <span>Routewright</span>
        <span className={styles.course} title={title}>
          {title}
        </span>
      </div>
      <Later>
        <StageBar />
      </Later>
      <div className={styles.tools}>
        <Button onPress={() => showPalette(true)} aria-keyshortcuts="Control+K">
          <Search aria-hidden="true" className={styles.lens} />
          <span className={styles.wide}>Search</span>
          <span aria-hidden="true">
            <Key keys={WINDOW_KEYS.search.keys} />
          </span>
        </Button>
        {track ? <span className={styles.track}>{track}</span> : null}
        {open ? (
          <IconButton label="Export project" onPress={() => void exportProject()}>
            <FolderDown aria-hidden="true" />
          </IconButton>
        ) : null}
        <IconButton label="Keys" onPress={() => showKeys(true)}>
          <Keyboard aria-hidden="true" />
        </IconButton>
        <ThemeSwitch />
      </div>
    </header>
  );
}

const ICONS: Record<ThemeChoice, typeof Sun> = { system: Monitor, light: Sun, dark: Moon, contrast: Contrast };

function ThemeSwitch() {
  const { choice, choose } = useTheme();
  const Icon = ICONS[choice];
  return (
    <MenuTrigger>
      <IconButton label="Theme">
        <Icon aria-hidden="true" />
      </IconButton>
      <Popover className={menu.popover ?? ''} placement="bottom end">
        <Menu
          aria-label="Theme"
          className={menu.menu ?? ''}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[choice]}
          onSelectionChange={(keys) => {
            const next = THEMES.find(({ id }) => keys !== 'all' && keys.has(id));
            if (next) choose(next.id);
          }}
        >
          {THEMES.map(({ id, title }) => {
            const ThemeIcon = ICONS[id];
            return (
              <MenuItem key={id} id={id} textValue={title} className={menu.item ?? ''}>
                <ThemeIcon aria-hidden="true" />
                <span className={menu.text}>{title}</span>
              </MenuItem>
            );
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
