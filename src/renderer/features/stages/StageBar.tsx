import { Check } from 'lucide-react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import type { CourseOutline } from '../../../contract/api.ts';
import { useSession } from '../../app/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import menu from '../../ui/Menu.module.css';
import { LessonMark } from './LessonMark.tsx';
import styles from './StageBar.module.css';

type OutlineStage = CourseOutline['stages'][number];

/** The stages of the course, each with its progress and a menu of its lessons. */
export function StageBar() {
  const outline = useSession((s) => s.outline);
  const current = useSession((s) => s.lesson?.stage.id);
  if (!outline) return null;
  return (
    <nav className={styles.stages} aria-label="Stages">
      {outline.stages.map((stage, at) => (
        <StageMenu key={stage.id} stage={stage} number={at + 1} current={stage.id === current} />
      ))}
    </nav>
  );
}

function StageMenu({ stage, number, current }: { stage: OutlineStage; number: number; current: boolean }) {
  const openLesson = useSession((s) => s.openLesson);
  const openId = useSession((s) => s.lesson?.id);
  const of = stage.lessons.length;
  const done = stage.lessons.filter((lesson) => lesson.status === 'completed').length;
  const complete = of > 0 && done === of;
  const name = `${stage.title}: stage ${number}, ${of === 0 ? 'no lessons yet' : `${done} of ${of} lessons done`}`;
  const look = [styles.stage, current && styles.now, complete && styles.done, of === 0 && styles.later];
  return (
    <MenuTrigger>
      <Button
        aria-label={name}
        className={look.filter(Boolean).join(' ')}
        aria-current={current ? 'step' : undefined}
        look="quiet"
      >
        <span
          aria-hidden="true"
          className={styles.number}
          data-number={complete ? undefined : number}
          style={{ '--part': of > 0 ? done / of : 0 } as React.CSSProperties}
        >
          {complete ? <Check aria-hidden="true" /> : null}
        </span>
        <span className={styles.title}>{stage.title}</span>
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom">
        <Menu
          className={menu.menu ?? ''}
          aria-label={`Lessons of ${stage.title}`}
          onAction={(id) => void openLesson(String(id))}
          renderEmptyState={() => <div className={menu.heading}>The lessons of this stage are not written yet.</div>}
        >
          <MenuSection>
            <Header className={menu.heading ?? ''}>
              <strong>{stage.title}</strong>
              {stage.summary}
            </Header>
            {stage.lessons.map((lesson) => (
              <MenuItem
                key={lesson.id}
                id={lesson.id}
                textValue={lesson.title}
                className={[menu.item, lesson.id === openId ? styles.open : ''].join(' ')}
              >
                <LessonMark status={lesson.status} problems={lesson.problems} />
                <span className={menu.text}>{lesson.title}</span>
                <span className={menu.note}>{lesson.minutes} min</span>
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
