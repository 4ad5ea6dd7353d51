import { Search } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
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
} from 'react-aria-components';
import type { CourseOutline } from '../../../contract/api.ts';
import { useSession } from '../../app/session-store.ts';
import { useTheme } from '../../app/theme.ts';
import { Key } from '../../ui/Key.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { LessonMark } from '../stages/LessonMark.tsx';
import { type Action, actionsNow } from './actions.ts';
import styles from './Palette.module.css';
import { matchesTyped, type Ranked, rankLessons } from './rank-lessons.ts';

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
  const [typed, setTyped] = useState('');
  const state = useSession();
  const { choose } = useTheme();
  const actions = actionsNow(state, choose).filter(({ title }) => matchesTyped(title, typed));

  const runById = (id: string) => {
    state.showPalette(false);
    if (id.startsWith('lesson-')) void state.openLesson(id.slice('lesson-'.length));
    else actions.find((action) => action.id === id)?.run();
  };

  // The list marks nothing by itself after Backspace, a paste, or when what fits comes later than the words for it.
  const takeFirst = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const found = (of: string) => event.currentTarget.querySelector<HTMLElement>(`[role=menuitem]${of}`)?.dataset.key;
    const id = found('[data-focused]') ?? (typed.trim() === '' ? undefined : found(''));
    if (id === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    runById(id);
  };

  return (
    <div className={styles.search} data-typed={typed.trim() !== '' || undefined} onKeyDownCapture={takeFirst}>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField aria-label="Search actions and lessons" autoFocus className={styles.field ?? ''}>
          <Search aria-hidden="true" />
          <Input className={styles.input ?? ''} placeholder="What do you want to do?" />
          <Key keys="Esc" />
        </SearchField>
        <Scroll className={styles.list} label="Found">
          <Menu
            aria-label="Actions and lessons"
            className={styles.menu ?? ''}
            onAction={(id) => runById(String(id))}
            renderEmptyState={() => <p className={styles.nothing}>Nothing found. Try another word.</p>}
          >
            {typed.trim() === '' ? (
              <Everything stages={state.outline?.stages ?? []} actions={actions} />
            ) : (
              <Found {...rankLessons(state.outline?.stages ?? [], typed)} actions={actions} />
            )}
          </Menu>
        </Scroll>
      </Autocomplete>
    </div>
  );
}

type Stages = CourseOutline['stages'];

/** Before something is typed: what can be done, then the course in its order. */
function Everything({ stages, actions }: { stages: Stages; actions: Action[] }) {
  return (
    <>
      <ActionGroup title="Actions" actions={actions} />
      {stages.map((stage) => (
        <LessonGroup key={stage.id} title={stage.title} lessons={stage.lessons} />
      ))}
      <ActionGroup title="Show" actions={actions} />
      <ActionGroup title="Files" actions={actions} />
      <ActionGroup title="Theme" actions={actions} />
    </>
  );
}

/** What fits what was typed: lessons that are called so, then what can be done, then lessons that speak of it. */
function Found({ named, about, actions }: Ranked & { actions: Action[] }) {
  return (
    <>
      <LessonGroup title="Lessons" lessons={named} />
      <ActionGroup title="Actions" actions={actions} />
      <ActionGroup title="Show" actions={actions} />
      <ActionGroup title="Files" actions={actions} />
      <ActionGroup title="Theme" actions={actions} />
      <LessonGroup title="Lessons about it" lessons={about} />
    </>
  );
}

function LessonGroup({ title, lessons }: { title: string; lessons: Stages[number]['lessons'] }) {
  if (lessons.length === 0) return null;
  return (
    <MenuSection>
      <Header className={styles.heading ?? ''}>{title}</Header>
      {lessons.map((lesson) => (
        <MenuItem key={lesson.id} id={`lesson-${lesson.id}`} textValue={lesson.title} className={styles.item ?? ''}>
          <LessonMark status={lesson.status} problems={lesson.problems} />
          <span className={styles.title}>{lesson.title}</span>
          <span className={styles.summary}>{lesson.summary}</span>
        </MenuItem>
      ))}
    </MenuSection>
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
