import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useBegun } from './begun.ts';
import styles from './SideSwitch.module.css';
import { useSession } from './session-store.ts';
import { useTally } from './tally.ts';

/** In a narrow window: which of lesson and results the side shows. */
export function SideSwitch() {
  const side = useSession((s) => s.side);
  const showSide = useSession((s) => s.showSide);
  const { open } = useTally();
  const begun = useBegun();
  return (
    <ToggleButtonGroup
      aria-label="Side pane"
      className={styles.group ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[side]}
      onSelectionChange={(keys) => showSide(keys.has('results') ? 'results' : 'lesson')}
    >
      <ToggleButton id="lesson" className={styles.choice ?? ''}>
        Lesson
      </ToggleButton>
      <ToggleButton id="results" className={styles.choice ?? ''}>
        Results
        {open > 0 && begun ? <span className={styles.pill}>{open}</span> : null}
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
