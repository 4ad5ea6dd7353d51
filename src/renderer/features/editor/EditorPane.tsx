import { PanelLeft } from 'lucide-react';
import { useSession } from '../../app/session-store.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ConflictBar } from './ConflictBar.tsx';
import styles from './EditorPane.module.css';
import { EditorTabs } from './EditorTabs.tsx';
import { FileTree } from './FileTree.tsx';
import { MonacoHost } from './MonacoHost.tsx';
import { OptionsMenu } from './OptionsMenu.tsx';

/** The editor: tabs, file tree, Monaco. Fills its parent (height and width 100 %). */
export function EditorPane() {
  const treeShown = useSession((s) => s.remembered['editor-tree'] === 'shown');
  const remember = useSession((s) => s.remember);
  const activeFile = useSession((s) => s.activeFile);
  const opened = useSession((s) => s.session !== null);
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
        <OptionsMenu />
      </div>
      <div className={styles.body}>
        {treeShown ? <FileTree /> : null}
        <div className={styles.code} id="editor-panel" role="tabpanel" aria-label={activeFile ?? 'No file'}>
          <ConflictBar />
          <MonacoHost />
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
