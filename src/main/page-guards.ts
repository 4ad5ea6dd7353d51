import type { Session, WebContents } from 'electron';
import { mayNavigate, mayOpenOutside, mayShowInFrame, mayUse } from './guard.ts';

/** Keeps a page where it belongs: no foreign navigation, no new window, no webview. */
export function guardContents(contents: WebContents, origin: string, offerOutside: (url: string) => void): void {
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url, origin)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!mayNavigate(event.url, origin)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    const allowed = event.isMainFrame ? mayNavigate(event.url, origin) : mayShowInFrame(event.url, origin);
    if (!allowed) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url)) offerOutside(url);
    return { action: 'deny' };
  });
}

/** Answers every permission, asked for or looked up, from the same short list. */
export function guardSession(session: Session, origin: string): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(details.isMainFrame && mayUse(permission, details.requestingUrl, origin)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin, details) =>
      details.isMainFrame && mayUse(permission, requestingOrigin, origin),
  );
  session.setDevicePermissionHandler(() => false);
}
