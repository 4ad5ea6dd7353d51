import { useSession } from '../../app/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogButtons } from '../../ui/Dialog.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import styles from './ConflictDialog.module.css';

/** A file changed outside while it was being edited here: the person chooses, the other text stays in the history. */
export function ConflictDialog() {
  const conflict = useSession((s) => s.conflict);
  const resolveConflict = useSession((s) => s.resolveConflict);
  return (
    <Dialog
      title={`${conflict?.path ?? 'This file'} was changed outside the workbench`}
      role="alertdialog"
      size="medium"
      shown={conflict !== null}
      onShownChange={(shown) => {
        if (!shown) resolveConflict('mine');
      }}
    >
      <p>Another program saved this text while you were typing. The one you do not choose stays in the history.</p>
      <Scroll label="The text from outside" className={styles.theirs}>
        {conflict?.theirs}
      </Scroll>
      <DialogButtons>
        <Button onPress={() => resolveConflict('theirs')}>Take the text from outside</Button>
        <Button look="primary" autoFocus onPress={() => resolveConflict('mine')}>
          Keep mine
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
