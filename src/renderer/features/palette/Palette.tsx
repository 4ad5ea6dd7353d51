import { Search } from 'lucide-react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { useSession } from '../../app/session-store.ts';
import { useTheme } from '../../app/theme.ts';
import { Key } from '../../ui/Key.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { LessonMark } from '../stages/LessonMark.tsx';
import { type Action, actionsNow } from './actions.ts';
import styles from './Palette.module.css';

/** Everything that can be done and every lesson, found by typing. */
export function Palette() {
  const shown = useSession((s) => s.paletteShown);
  const showPalette = useSession((s) => s.showPalette);
  return (
    <ModalOverlay className={styles.veil ?? ''} isOpen={shown} onOpenChange={showPalette} isDismissable>
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label="Search actions and lessons" className={styles.dialog ?? ''}>
          <PaletteSearch />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteSearch() {
  const state = useSession();
  const { choose } = useTheme();
  const { contains } = useFilter({ sensitivity: 'base' });
  const actions = actionsNow(state, choose);
  const matches = (text: string, typed: string) => typed.split(/\s+/).every((word) => contains(text, word));

  const runById = (id: string) => {
    state.showPalette(false);
    if (id.startsWith('lesson-')) void state.openLesson(id.slice('lesson-'.length));
    else actions.find((action) => action.id === id)?.run();
  };

  return (
    <Autocomplete filter={matches}>
      <SearchField aria-label="Search actions and lessons" autoFocus className={styles.field ?? ''}>
        <Search aria-hidden="true" />
        <Input className={styles.input ?? ''} placeholder="What do you want to do?" />
        <Key keys="Esc" />
      </SearchField>
      <Scroll className={styles.list} label="Found">
        <Menu
          aria-label="Actions and lessons"
          onAction={(id) => runById(String(id))}
          renderEmptyState={() => <p className={styles.nothing}>Nothing found. Try another word.</p>}
        >
          <ActionGroup title="Actions" actions={actions} />
          {(state.outline?.stages ?? []).map((stage) => (
            <MenuSection key={stage.id}>
              <Header className={styles.heading ?? ''}>{stage.title}</Header>
              {stage.lessons.map((lesson) => (
                <MenuItem
                  key={lesson.id}
                  id={`lesson-${lesson.id}`}
                  textValue={`${stage.title} ${lesson.title} ${lesson.summary}`}
                  className={styles.item ?? ''}
                >
                  <LessonMark status={lesson.status} problems={lesson.problems} />
                  <span className={styles.title}>{lesson.title}</span>
                  <span className={styles.summary}>{lesson.summary}</span>
                </MenuItem>
              ))}
            </MenuSection>
          ))}
          <ActionGroup title="Show" actions={actions} />
          <ActionGroup title="Files" actions={actions} />
          <ActionGroup title="Theme" actions={actions} />
        </Menu>
      </Scroll>
    </Autocomplete>
  );
}

function ActionGroup({ title, actions }: { title: Action['group']; actions: Action[] }) {
  const own = actions.filter((action) => action.group === title);
  if (own.length === 0) return null;
  return (
    <MenuSection>
      <Header className={styles.heading ?? ''}>{title}</Header>
      {own.map((action) => (
        <MenuItem key={action.id} id={action.id} textValue={action.title} className={styles.item ?? ''}>
          <span className={styles.title}>{action.title}</span>
          {action.keys ? <Key keys={action.keys} /> : null}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
