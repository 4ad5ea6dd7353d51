import { useSession } from '../../app/session-store.ts';

/** Copies the address of the learner's API and says so. */
export async function copyAddress(): Promise<void> {
  const { live, inform } = useSession.getState();
  if (!live.url) return;
  await copyText(live.url, 'The address is copied.', inform);
}

/** Copies the folder of the open workspace, for use in another editor. */
export async function copyFolder(): Promise<void> {
  const { session, inform } = useSession.getState();
  if (session) await copyText(session.folder, 'The folder is copied. Other editors may change its files.', inform);
}

async function copyText(text: string, said: string, inform: (message: string, action?: string) => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    inform(said);
  } catch {
    inform('This browser does not allow copying.', text);
  }
}
