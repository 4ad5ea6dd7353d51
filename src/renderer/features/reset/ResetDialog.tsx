import { useSession } from '../../app/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogButtons } from '../../ui/Dialog.tsx';

/** Asks before the lesson goes back to its starter. */
export function ResetDialog() {
  const asked = useSession((s) => s.resetAsked);
  const askReset = useSession((s) => s.askReset);
  const reset = useSession((s) => s.reset);
  return (
    <Dialog title="Start this lesson over?" role="alertdialog" shown={asked} onShownChange={askReset}>
      <p>Your files go back to the starter. What you have now is kept, and you can bring it back.</p>
      <DialogButtons>
        <Button onPress={() => askReset(false)}>Keep my code</Button>
        <Button look="primary" autoFocus onPress={() => void reset()}>
          Reset
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
