import { type FormEvent, useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { WorkspacePath } from '../../../contract/ids.ts';
import { useSession } from '../../app/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogButtons } from '../../ui/Dialog.tsx';
import styles from './FileTaskDialog.module.css';

/** What is to be done with a file; for `new`, `path` is the folder to begin with, with its slash. */
export type FileTask = { kind: 'new' | 'rename' | 'remove'; path: string };

const TITLES = { new: 'New file', rename: 'Rename file', remove: 'Remove file' };
const ACTIONS = { new: 'Create', rename: 'Rename', remove: 'Remove' };

/** Asks for a path, or whether a file may go, and does it. */
export function FileTaskDialog({ task, onDone }: { task: FileTask | null; onDone: () => void }) {
  return (
    <Dialog
      title={task ? TITLES[task.kind] : ''}
      role={task?.kind === 'remove' ? 'alertdialog' : 'dialog'}
      shown={task !== null}
      onShownChange={(shown) => (shown ? undefined : onDone())}
    >
      {task ? <TaskForm key={task.kind + task.path} task={task} onDone={onDone} /> : null}
    </Dialog>
  );
}

function TaskForm({ task, onDone }: { task: FileTask; onDone: () => void }) {
  const [path, setPath] = useState(task.path);
  const files = useSession((s) => s.files);
  const { createFile, renameFile, removeFile } = useSession.getState();
  const problem = task.kind === 'remove' ? null : problemOf(path, task, files);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (problem) return;
    onDone();
    if (task.kind === 'new') await createFile(path);
    else if (task.kind === 'rename') await renameFile(task.path, path);
    else await removeFile(task.path);
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      {task.kind === 'remove' ? (
        <p>
          <strong>{task.path}</strong> goes away. Its last version stays in the history.
        </p>
      ) : (
        <TextField
          value={path}
          onChange={setPath}
          autoFocus
          isInvalid={problem !== null}
          className={styles.field ?? ''}
        >
          <Label>Path in this workspace</Label>
          <Input spellCheck="false" autoComplete="off" />
          <p className={styles.problem} aria-live="polite">
            {path !== task.path || task.kind === 'new' ? problem : null}
          </p>
        </TextField>
      )}
      <DialogButtons>
        <Button onPress={onDone}>Cancel</Button>
        <Button type="submit" look="primary" isDisabled={problem !== null}>
          {ACTIONS[task.kind]}
        </Button>
      </DialogButtons>
    </form>
  );
}

function problemOf(path: string, task: FileTask, files: { path: string }[]): string | null {
  if (path === '' || path.endsWith('/')) return 'Add a name, such as books.ts.';
  if (!WorkspacePath.safeParse(path).success) return 'Use a relative path such as src/books.ts.';
  if (path === task.path) return 'Choose another name.';
  return files.some((file) => file.path === path) ? 'This file is already there.' : null;
}
