import { Button } from '../../ui/Button.tsx';
import { Page } from './Page.tsx';

/** The workbench itself has a mistake and could not draw this window. */
export function Broken() {
  return (
    <Page title="The workbench could not show this">
      <p>
        That is a mistake of the workbench, not yours. Your files and your progress are on disk. Open the window again.
      </p>
      <Button look="primary" onPress={() => window.location.reload()}>
        Open it again
      </Button>
    </Page>
  );
}
