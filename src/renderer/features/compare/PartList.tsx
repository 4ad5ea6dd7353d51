import { ListBox, ListBoxItem } from 'react-aria-components';
import type { CompareView } from '../../../contract/compare.ts';
import styles from './Compare.module.css';

type Props = { view: CompareView; part: string | null; onPart: (part: string | null) => void };

/** The parts that every column has, to walk through with the arrow keys; below them what to see in the chosen one. */
export function PartList({ view, part, onPart }: Props) {
  const shown = view.parts.find(({ id }) => id === part);
  return (
    <div className={styles.parts}>
      <ListBox
        aria-label="Parts"
        className={styles.list ?? ''}
        layout="stack"
        orientation="horizontal"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={part === null ? [] : [part]}
        onSelectionChange={(keys) => onPart(keys === 'all' ? null : String([...keys][0]))}
      >
        {view.parts.map(({ id, title }, index) => (
          <ListBoxItem key={id} id={id} textValue={title} className={styles.part ?? ''}>
            <span className={styles.nth} aria-hidden="true">
              {index + 1}
            </span>
            {title}
          </ListBoxItem>
        ))}
      </ListBox>
      <p className={styles.note} aria-live="polite">
        {shown?.note}
      </p>
    </div>
  );
}
