import { ChevronRight, FilePlus2, Pencil, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { Button as AriaButton, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { useSession } from '../../app/session-store.ts';
import { IconButton } from '../../ui/Button.tsx';
import { type FileTask, FileTaskDialog } from './FileTaskDialog.tsx';
import styles from './FileTree.module.css';
import { type TreeNode, treeOf } from './tree-of.ts';

/** The files of the workspace. Enter opens, F2 renames, Delete removes. */
export function FileTree() {
  const files = useSession((s) => s.files);
  const activeFile = useSession((s) => s.activeFile);
  const openFile = useSession((s) => s.openFile);
  const [task, setTask] = useState<FileTask | null>(null);
  const paths = files.map((file) => file.path).join('\n');
  const nodes = useMemo(() => treeOf(paths === '' ? [] : paths.split('\n')), [paths]);
  const folders = useMemo(() => foldersOf(nodes), [nodes]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const isFile = (path: string) => files.some((file) => file.path === path);

  function onKey(event: KeyboardEvent<HTMLElement>): void {
    const row = event.target instanceof Element ? event.target.closest('[role="row"]') : null;
    const path = row?.getAttribute('data-key') ?? '';
    if (!isFile(path)) return;
    if (event.key === 'F2') setTask({ kind: 'rename', path });
    if (event.key === 'Delete') setTask({ kind: 'remove', path });
  }

  return (
    <nav aria-label="Files" className={styles.panel} onKeyDownCapture={onKey}>
      <div className={styles.head}>
        <span>Files</span>
        <IconButton label="New file" onPress={() => setTask({ kind: 'new', path: folderOf(activeFile) })}>
          <FilePlus2 size={15} strokeWidth={1.75} />
        </IconButton>
      </div>
      <Tree
        aria-label="Files of this lesson"
        className={styles.tree ?? ''}
        items={nodes}
        expandedKeys={folders.filter((folder) => !closed.has(folder))}
        onExpandedChange={(open) => setClosed(new Set(folders.filter((folder) => !open.has(folder))))}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={activeFile ? [activeFile] : []}
        onAction={(key) => (isFile(String(key)) ? openFile(String(key)) : undefined)}
        onSelectionChange={(keys) => {
          const [path] = keys === 'all' ? [] : [...keys].map(String);
          if (path && isFile(path)) openFile(path);
        }}
      >
        {(node) => <Row node={node} onTask={setTask} />}
      </Tree>
      <FileTaskDialog task={task} onDone={() => setTask(null)} />
    </nav>
  );
}

function Row({ node, onTask }: { node: TreeNode; onTask: (task: FileTask) => void }) {
  return (
    <TreeItem id={node.path} textValue={node.name} className={styles.item ?? ''}>
      <TreeItemContent>
        {({ level }) => (
          <div className={styles.row} style={{ paddingLeft: `${(level - 1) * 12 + 8}px` }}>
            {node.children ? (
              <AriaButton slot="chevron" className={styles.chevron ?? ''}>
                <ChevronRight size={14} />
              </AriaButton>
            ) : null}
            <span className={styles.name}>{node.name}</span>
            {node.children ? null : (
              <span className={styles.actions}>
                <AriaButton
                  aria-label={`Rename ${node.name}`}
                  onPress={() => onTask({ kind: 'rename', path: node.path })}
                >
                  <Pencil size={13} />
                </AriaButton>
                <AriaButton
                  aria-label={`Remove ${node.name}`}
                  onPress={() => onTask({ kind: 'remove', path: node.path })}
                >
                  <Trash2 size={13} />
                </AriaButton>
              </span>
            )}
          </div>
        )}
      </TreeItemContent>
      {node.children ? (
        <Collection items={node.children}>{(child) => <Row node={child} onTask={onTask} />}</Collection>
      ) : null}
    </TreeItem>
  );
}

function foldersOf(nodes: TreeNode[]): string[] {
  return nodes.flatMap((node) => (node.children ? [node.path, ...foldersOf(node.children)] : []));
}

function folderOf(path: string | null): string {
  const folder = path?.split('/').slice(0, -1).join('/') ?? '';
  return folder === '' ? 'src/' : `${folder}/`;
}
