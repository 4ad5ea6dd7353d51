import { useSession } from '../../app/session-store.ts';
import type { FileChange } from './compare-files.ts';

/** Brings one file to what the solution has, and shows it. What stood there stays among the earlier versions. */
export async function takeChange(change: FileChange): Promise<void> {
  await bring(change);
  if (change.theirs !== undefined) useSession.getState().openFile(change.path);
}

/** Brings all files that the solution has to what they are there; the tabs stay as they are. Removes nothing. */
export async function takeAll(changes: readonly FileChange[]): Promise<void> {
  const { openFiles, activeFile } = useSession.getState();
  // New files first: what is changed imports them.
  const taken = changes.filter(({ theirs }) => theirs !== undefined);
  for (const change of taken) if (change.mine === undefined) await bring(change);
  for (const change of taken) if (change.mine !== undefined) await bring(change);
  const { openFiles: now, closeFile, openFile } = useSession.getState();
  for (const path of now) if (!openFiles.includes(path)) closeFile(path);
  if (activeFile !== null) openFile(activeFile);
}

async function bring({ path, mine, theirs }: FileChange): Promise<void> {
  const { edit, createFile, removeFile } = useSession.getState();
  if (theirs === undefined) await removeFile(path);
  else if (mine === undefined) await createFile(path, theirs);
  else edit(path, theirs);
}
