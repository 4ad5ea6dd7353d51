import { server } from '../../app/api.ts';
import { useSession } from '../../app/session-store.ts';

/** Saves the project as one zip file where the browser keeps downloads, and says what to do with it. */
export async function exportProject(): Promise<void> {
  const { session, flush, inform, fail } = useSession.getState();
  if (!session) return;
  // What was typed last belongs to it.
  await flush();
  try {
    const file = await server.session.export({ sessionId: session.sessionId });
    download(file);
    inform(`Your project is saved as ${file.name}.`, 'Unpack it, then: npm ci, npm test, npm start.');
  } catch (error) {
    fail(error);
  }
}

function download(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // The download has taken its own copy of the address by the time the page is idle.
  requestIdleCallback(() => URL.revokeObjectURL(url));
}
