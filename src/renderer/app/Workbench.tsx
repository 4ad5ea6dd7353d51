import { lazy, Suspense, useEffect, useState } from 'react';
import { Notices } from '../features/notices/Notices.tsx';
import { KeyList } from '../features/palette/KeyList.tsx';
import { Palette } from '../features/palette/Palette.tsx';
import { ResetDialog } from '../features/reset/ResetDialog.tsx';
import { StatusBar } from '../features/status/StatusBar.tsx';
import { useGlossaryStore } from './glossary.ts';
import { Panes } from './Panes.tsx';
import { markVerdictsPainted } from './painted.ts';
import { useSession } from './session-store.ts';
import { TopBar } from './TopBar.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import styles from './Workbench.module.css';

const VersionsDialog = lazy(async () => ({
  default: (await import('../features/reset/VersionsDialog.tsx')).VersionsDialog,
}));
const GlossaryDialog = lazy(async () => ({
  default: (await import('../features/glossary/GlossaryDialog.tsx')).GlossaryDialog,
}));
const SolutionDialog = lazy(async () => ({
  default: (await import('../features/solution/SolutionDialog.tsx')).SolutionDialog,
}));

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
      <Suspense>
        {useOnce(useSession((s) => s.versionsShown)) ? <VersionsDialog /> : null}
        {useOnce(useSession((s) => s.solutionShown)) ? <SolutionDialog /> : null}
        {useOnce(useGlossaryStore((s) => s.shown)) ? <GlossaryDialog /> : null}
      </Suspense>
      <Notices />
      <VerdictMarks />
    </div>
  );
}

/** Marks on the timeline when the verdicts of a revision were painted. */
function VerdictMarks() {
  const judged = useSession((s) => (s.checks.status === 'done' ? s.checks.revision : null));
  useEffect(() => {
    if (judged !== null) markVerdictsPainted(judged);
  }, [judged]);
  return null;
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

/** True from the first time on. */
function useOnce(shown: boolean): boolean {
  const [seen, setSeen] = useState(shown);
  if (shown && !seen) setSeen(true);
  return seen;
}
