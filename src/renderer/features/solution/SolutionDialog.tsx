import { lazy, Suspense, useEffect, useState } from 'react';
import type { WorkspaceFile } from '../../../contract/session.ts';
import { server } from '../../app/api.ts';
import { useSession } from '../../app/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogButtons } from '../../ui/Dialog.tsx';
import { compareFiles } from './compare-files.ts';
import styles from './SolutionDialog.module.css';
import { takeAll, takeChange } from './take-changes.ts';

const DiffView = lazy(() => import('../editor/DiffView.tsx'));

/** The solution beside the learner's files, as a diff. Shows itself while the store says so. */
export function SolutionDialog() {
  const shown = useSession((s) => s.solutionShown);
  const showSolution = useSession((s) => s.showSolution);
  return (
    <Dialog title="The solution beside your files" size="large" shown={shown} onShownChange={showSolution}>
      {shown ? <Solution /> : null}
    </Dialog>
  );
}

function Solution() {
  const solution = useSolution();
  const mine = useSession((s) => s.files);
  const showSolution = useSession((s) => s.showSolution);
  const [chosen, setChosen] = useState<string | null>(null);
  if (!solution) return <p>Asking for the solution…</p>;
  const changes = compareFiles(mine, solution);
  const change = changes.find(({ path }) => path === chosen) ?? changes[0];
  return (
    <>
      {change ? (
        <>
          <p className={styles.sides}>Yours is on the left, the solution on the right. Only what differs is listed.</p>
          <div className={styles.body}>
            <ul className={styles.files} aria-label="Files that differ">
              {changes.map(({ path, kind }) => (
                <li key={path}>
                  <button type="button" aria-current={path === change.path} onClick={() => setChosen(path)}>
                    {path}
                    {kind === 'changed' ? null : <small>{kind === 'missing' ? 'new' : 'not in it'}</small>}
                  </button>
                </li>
              ))}
            </ul>
            <div className={styles.diff}>
              <Suspense>
                <DiffView path={change.path} original={change.mine ?? ''} modified={change.theirs ?? ''} />
              </Suspense>
            </div>
          </div>
        </>
      ) : (
        <p>Your files are the same as the solution.</p>
      )}
      <DialogButtons>
        {changes.filter(({ theirs }) => theirs !== undefined).length > 1 ? (
          <Button onPress={() => void takeAll(changes)}>Take every file</Button>
        ) : null}
        {change ? (
          <Button onPress={() => void takeChange(change)}>
            {change.theirs === undefined ? 'Remove' : 'Take'} {change.path.split('/').at(-1)}
          </Button>
        ) : null}
        <Button look="primary" onPress={() => showSolution(false)}>
          Back to my code
        </Button>
      </DialogButtons>
    </>
  );
}

/** Asks the server once for each opening; a failure is told by a notice and closes the dialog. */
function useSolution(): WorkspaceFile[] | null {
  const [files, setFiles] = useState<WorkspaceFile[] | null>(null);
  const lessonId = useSession((s) => s.session?.lessonId);
  const track = useSession((s) => s.session?.track);
  useEffect(() => {
    let gone = false;
    if (lessonId === undefined || track === undefined) return;
    server.lesson.solution({ lessonId, track }).then(
      (solution) => (gone ? undefined : setFiles(solution)),
      (error) => {
        useSession.getState().fail(error);
        useSession.getState().showSolution(false);
      },
    );
    return () => {
      gone = true;
    };
  }, [lessonId, track]);
  return files;
}
