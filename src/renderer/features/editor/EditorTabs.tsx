import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useSession } from '../../app/session-store.ts';
import styles from './EditorTabs.module.css';

/** Tabs of the open files. Arrow keys move, Delete closes. A file name that two tabs share is shown with its folder. */
export function EditorTabs() {
  const { openFiles, activeFile, openFile, closeFile } = useSession(
    useShallow(({ openFiles, activeFile, openFile, closeFile }) => ({ openFiles, activeFile, openFile, closeFile })),
  );
  const list = useRef<HTMLDivElement>(null);

  function onKey(event: KeyboardEvent, path: string): void {
    const at = openFiles.indexOf(path);
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: openFiles.length - 1 };
    const step = steps[event.key];
    if (step !== undefined) {
      const next = openFiles[(step + openFiles.length) % openFiles.length];
      if (next) openFile(next);
      focusTab(next);
    } else if (event.key === 'Delete') {
      closeFile(path);
      focusTab(openFiles[at === 0 ? 1 : at - 1]);
    } else return;
    event.preventDefault();
  }

  function focusTab(path: string | undefined): void {
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path ?? '')}"]`)?.focus(),
    );
  }

  return (
    <div role="tablist" aria-label="Open files" className={styles.list} ref={list}>
      {openFiles.map((path) => (
        <div key={path} role="presentation" className={styles.tab} data-active={path === activeFile || undefined}>
          <button
            type="button"
            role="tab"
            data-path={path}
            aria-selected={path === activeFile}
            aria-controls="editor-panel"
            tabIndex={path === activeFile ? 0 : -1}
            className={styles.name}
            title={`${path} (Delete closes the tab)`}
            onClick={() => openFile(path)}
            onAuxClick={(event) => (event.button === 1 ? closeFile(path) : undefined)}
            onKeyDown={(event) => onKey(event, path)}
          >
            <TabDot path={path} />
            {label(path, openFiles)}
          </button>
          {/* Delete does the same on the keyboard, so this one is for the mouse only. */}
          <button
            type="button"
            tabIndex={-1}
            aria-hidden="true"
            className={styles.close}
            onClick={() => closeFile(path)}
          >
            <X size={13} />
          </button>
        </div>
      ))}
    </div>
  );
}

/** Before the name: green while this code is what answers, hollow while it is not saved or not live yet, red when it stopped the start. */
function TabDot({ path }: { path: string }) {
  const state = useSession((s) => {
    if (s.live.status === 'failed' && s.live.failure?.file === path) return 'broken';
    if (s.activeFile !== path) return null;
    if (s.save.status === 'failed') return 'broken';
    if (s.save.status === 'saving' || s.live.status === 'starting') return 'waiting';
    return s.live.status === 'live' ? 'live' : null;
  });
  if (!state) return null;
  const titles = { broken: 'does not run', waiting: 'on its way', live: 'live' };
  return <span role="img" className={styles.dot} data-state={state} aria-label={titles[state]} />;
}

function label(path: string, open: string[]): string {
  const name = path.split('/').at(-1) ?? path;
  const shared = open.filter((other) => other.split('/').at(-1) === name).length > 1;
  return shared ? path.split('/').slice(-2).join('/') : name;
}
