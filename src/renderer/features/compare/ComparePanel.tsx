import { Maximize2 } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '../../app/session-store.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Empty } from '../../ui/Empty.tsx';
import styles from './Compare.module.css';
import { CompareColumns } from './CompareColumns.tsx';
import { PartList } from './PartList.tsx';

/** The same thing in several frameworks, side by side; in the results, or over the whole window. */
export function ComparePanel() {
  const view = useSession((s) => s.lesson?.compare ?? null);
  const lessonId = useSession((s) => s.lesson?.id);
  if (!view) return <Empty title="This lesson has nothing to compare." />;
  return <Comparison key={lessonId} view={view} />;
}

type View = NonNullable<NonNullable<ReturnType<typeof useSession.getState>['lesson']>['compare']>;

function Comparison({ view }: { view: View }) {
  const [part, setPart] = useState<string | null>(view.parts[0]?.id ?? null);
  const [large, setLarge] = useState(false);
  const title = view.columns.map((column) => column.title).join(' · ');
  const shared = { view, part, onPart: setPart };
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <PartList {...shared} />
        <IconButton label="Expand" onPress={() => setLarge(true)}>
          <Maximize2 aria-hidden="true" />
        </IconButton>
      </div>
      <CompareColumns {...shared} />
      <Dialog title={title} size="full" shown={large} onShownChange={setLarge}>
        {large ? (
          <div className={styles.large}>
            <div className={styles.head}>
              <PartList {...shared} />
            </div>
            <CompareColumns {...shared} />
          </div>
        ) : null}
      </Dialog>
    </div>
  );
}
