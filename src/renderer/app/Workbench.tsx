import { useEffect } from 'react';
import { Notices } from '../features/notices/Notices.tsx';
import { KeyList } from '../features/palette/KeyList.tsx';
import { Palette } from '../features/palette/Palette.tsx';
import { ResetDialog } from '../features/reset/ResetDialog.tsx';
import { VersionsDialog } from '../features/reset/VersionsDialog.tsx';
import { SolutionDialog } from '../features/solution/SolutionDialog.tsx';
import { StatusBar } from '../features/status/StatusBar.tsx';
import { Panes } from './Panes.tsx';
import { useSession } from './session-store.ts';
import { TopBar } from './TopBar.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import styles from './Workbench.module.css';

/** The frame: top bar, panes, status bar, and what opens above them. */
export function Workbench() {
  useShortcuts();
  useSaveOnLeave();
  return (
    <div className={styles.frame}>
      <TopBar />
      <Panes />
      <StatusBar />
      <Palette />
      <KeyList />
      <ResetDialog />
      <VersionsDialog />
      <SolutionDialog />
      <Notices />
    </div>
  );
}

/** What was typed a moment ago is sent before the window goes away. */
function useSaveOnLeave() {
  const flush = useSession((s) => s.flush);
  useEffect(() => {
    const save = () => {
      if (document.visibilityState === 'hidden') void flush();
    };
    const ask = (event: BeforeUnloadEvent) => {
      if (useSession.getState().save.status === 'saved') return;
      void flush();
      event.preventDefault();
    };
    document.addEventListener('visibilitychange', save);
    window.addEventListener('beforeunload', ask);
    return () => {
      document.removeEventListener('visibilitychange', save);
      window.removeEventListener('beforeunload', ask);
    };
  }, [flush]);
}
