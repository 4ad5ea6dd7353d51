import { PanelLeft } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { DECISION_PATH } from '../../../contract/decision.ts';
import { useSession } from '../../app/session-store.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ConflictBar } from './ConflictBar.tsx';
import styles from './EditorPane.module.css';
import { EditorTabs } from './EditorTabs.tsx';
import { focusText } from './edit-history.ts';
import { FileTree } from './FileTree.tsx';
import { chooseView, useFileView } from './file-views.ts';
import { MonacoHost } from './MonacoHost.tsx';
import { OptionsMenu } from './OptionsMenu.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';

// Not needed before somebody looks at a form.
const PlanForm = lazy(async () => ({ default: (await import('../plan/PlanForm.tsx')).PlanForm }));
const DecisionForm = lazy(async () => ({ default: (await import('../decision/DecisionForm.tsx')).DecisionForm }));

/** The editor: tabs, file tree, Monaco. Fills its parent (height and width 100 %). */
export function EditorPane() {
  const treeShown = useSession((s) => s.remembered['editor-tree'] === 'shown');
  const remember = useSession((s) => s.remember);
  const activeFile = useSession((s) => s.activeFile);
  const opened = useSession((s) => s.session !== null);
  const place = useSession((s) => s.place);
  const asForm = useFileView() === 'form';

  // A line was asked for: only the text has lines. It takes the keys once it is shown.
  const lineAsked = useRef(false);
  useEffect(() => {
    if (!place || place.path !== useSession.getState().activeFile) return;
    lineAsked.current = true;
    chooseView('yaml');
  }, [place]);
  useEffect(() => {
    if (asForm || !lineAsked.current) return;
    lineAsked.current = false;
    focusText();
  }, [asForm]);

  return (
    <section aria-label="Editor" className={styles.pane}>
      <div className={styles.bar}>
        <IconButton
          label={treeShown ? 'Hide files' : 'Show files'}
          aria-expanded={treeShown}
          onPress={() => remember('editor-tree', treeShown ? 'hidden' : 'shown')}
        >
          <PanelLeft size={16} strokeWidth={1.75} />
        </IconButton>
        <EditorTabs />
        <ViewSwitch />
        <OptionsMenu />
      </div>
      <div className={styles.body}>
        {treeShown ? <FileTree /> : null}
        <div className={styles.code} id="editor-panel" role="tabpanel" aria-label={activeFile ?? 'No file'}>
          <ConflictBar />
          <div className={styles.text} inert={asForm}>
            <MonacoHost />
          </div>
          {asForm ? (
            <div className={styles.form}>
              <Suspense>{activeFile === DECISION_PATH ? <DecisionForm /> : <PlanForm />}</Suspense>
            </div>
          ) : null}
          {opened && activeFile === null ? (
            <div className={styles.nothing}>
              <Empty title="No file is open">Choose one from the files of this lesson.</Empty>
            </div>
          ) : null}
        </div>
      </div>
    </section>
  );
}
