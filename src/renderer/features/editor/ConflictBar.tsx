import { lazy, Suspense, useState } from 'react';
import { useSession } from '../../app/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogButtons } from '../../ui/Dialog.tsx';
import styles from './ConflictBar.module.css';

const DiffView = lazy(() => import('./DiffView.tsx'));

/** A file changed outside while unsaved text stood here: the person decides, with both versions before them. */
export function ConflictBar() {
  const conflict = useSession((s) => s.conflict);
  const mine = useSession((s) => s.files.find((file) => file.path === s.conflict?.path)?.text ?? '');
  const resolve = useSession((s) => s.resolveConflict);
  const [comparing, setComparing] = useState(false);
  if (!conflict) return null;

  function decide(keep: 'mine' | 'theirs'): void {
    setComparing(false);
    resolve(keep);
  }

  const choices = (
    <>
      <Button onPress={() => decide('mine')}>Keep mine</Button>
      <Button onPress={() => decide('theirs')}>Take theirs</Button>
    </>
  );
  return (
    <div role="alert" className={styles.bar}>
      <p>
        <strong>{conflict.path}</strong> was changed outside the workbench while you edited it.
      </p>
      {choices}
      <Button look="quiet" onPress={() => setComparing(true)}>
        Compare
      </Button>
      <Dialog title={`Two versions of ${conflict.path}`} size="large" shown={comparing} onShownChange={setComparing}>
        <p className={styles.sides}>Theirs is on the left, yours is on the right.</p>
        <div className={styles.diff}>
          <Suspense>
            <DiffView path={conflict.path} original={conflict.theirs} modified={mine} />
          </Suspense>
        </div>
        <DialogButtons>{choices}</DialogButtons>
      </Dialog>
    </div>
  );
}
