import { ERRORS } from '../../../contract/errors.ts';
import { addressOf } from '../../app/place.ts';
import { Page } from './Page.tsx';

/** This page was opened without the one-time token. */
export function SignedOut() {
  return (
    <Page title="This page is not signed in">
      <p>
        The workbench only answers the window that you opened yourself. {ERRORS.RW_HTTP_UNAUTHORIZED.action} It looks
        like this:
      </p>
      <p>
        <code>{addressOf('.')}?token=…</code>
      </p>
      <p>
        If the terminal is gone, run <code>npm start</code> again. In a class, ask whoever runs it for your address.
        Your code and your progress are kept.
      </p>
    </Page>
  );
}
