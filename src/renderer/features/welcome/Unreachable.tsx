import { isOnThisMachine } from '../../app/place.ts';
import { Button } from '../../ui/Button.tsx';
import { Page } from './Page.tsx';

/** The server did not answer at all when this window opened. */
export function Unreachable({ onRetry }: { onRetry: () => void }) {
  return (
    <Page title="The workbench server does not answer">
      <p>
        It was probably ended.{' '}
        {isOnThisMachine() ? (
          <>
            Run <code>npm start</code> again and open the address that it prints.
          </>
        ) : (
          'Ask whoever runs it to start it again, and for your new address.'
        )}{' '}
        Your code and your progress are kept.
      </p>
      <Button look="primary" onPress={onRetry}>
        Try again
      </Button>
    </Page>
  );
}
