import { useState } from 'react';
import type { CompareView } from '../../../contract/compare.ts';
import styles from './Compare.module.css';
import { CompareColumn } from './CompareColumn.tsx';

type Props = { view: CompareView; part: string | null; onPart: (part: string) => void };

/** The columns; a part that the mouse is on, or that is chosen, stands out in all of them. */
export function CompareColumns({ view, part, onPart }: Props) {
  const [hovered, setHovered] = useState<string | null>(null);
  return (
    <div className={styles.columns}>
      {view.columns.map((column) => (
        <CompareColumn
          key={column.id}
          column={column}
          part={part}
          hovered={hovered}
          onHover={setHovered}
          onPart={onPart}
        />
      ))}
    </div>
  );
}
