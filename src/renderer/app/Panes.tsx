import { useEffect } from 'react';
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import { z } from 'zod';
import { ConsolePane } from '../features/console/ConsolePane.tsx';
import { EditorPane } from '../features/editor/EditorPane.tsx';
import { FailureBanner } from '../features/failure/FailureBanner.tsx';
import { LessonPane } from '../features/lesson/LessonPane.tsx';
import { Later } from './Later.tsx';
import styles from './Panes.module.css';
import { ResultsPane } from './ResultsPane.tsx';
import { readJson } from './remembered.ts';
import { SideSwitch } from './SideSwitch.tsx';
import type { PaneId } from './session-state.ts';
import { useSession } from './session-store.ts';
import { useNarrow } from './use-narrow.ts';

const Layout = z.record(z.string(), z.number());

/** The panes, resizable by mouse and keyboard; sizes are remembered. In a narrow window lesson and results share one side. */
export function Panes() {
  const narrow = useNarrow();
  const group = narrow ? 'panes-narrow' : 'panes';
  const { layout, keep } = useKeptLayout(group);
  return (
    <div className={styles.panes}>
      <Group key={group} id={group} defaultLayout={layout} onLayoutChanged={keep}>
        {narrow ? <SharedSide /> : <LessonSide />}
        <Separator className={styles.upright} aria-label="Width of the lesson" />
        <Panel id="work" minSize={320}>
          <Work />
        </Panel>
        {narrow ? null : (
          <>
            <Separator className={styles.upright} aria-label="Width of the results" />
            <ResultsSide />
          </>
        )}
      </Group>
    </div>
  );
}

function SharedSide() {
  const side = useSession((s) => s.side);
  const title = useSession((s) => s.lesson?.title ?? s.outline?.title);
  const ref = useFolding('lesson');
  return (
    <Panel
      id="side"
      panelRef={ref}
      collapsible
      defaultSize={400}
      minSize={320}
      maxSize={520}
      groupResizeBehavior="preserve-pixel-size"
    >
      <div className={styles.side}>
        <SideSwitch />
        {side === 'results' ? <h1 className="only-heard">{title}</h1> : null}
        <Later>
          <div className={styles.shown} hidden={side !== 'lesson'}>
            <LessonPane />
          </div>
          <div className={styles.shown} hidden={side !== 'results'}>
            <ResultsPane />
          </div>
        </Later>
      </div>
    </Panel>
  );
}

function LessonSide() {
  const ref = useFolding('lesson');
  return (
    <Panel
      id="lesson"
      panelRef={ref}
      collapsible
      defaultSize={392}
      minSize={300}
      maxSize={620}
      groupResizeBehavior="preserve-pixel-size"
    >
      <Later>
        <LessonPane />
      </Later>
    </Panel>
  );
}

function ResultsSide() {
  const ref = useFolding('results');
  return (
    <Panel
      id="results"
      panelRef={ref}
      collapsible
      defaultSize={428}
      minSize={340}
      maxSize={900}
      groupResizeBehavior="preserve-pixel-size"
    >
      <Later>
        <ResultsPane />
      </Later>
    </Panel>
  );
}

function Work() {
  const { layout, keep } = useKeptLayout('work');
  const ref = useFolding('console');
  return (
    <main className={styles.work} aria-label="Code">
      <FailureBanner />
      <Group id="work-rows" orientation="vertical" defaultLayout={layout} onLayoutChanged={keep}>
        <Panel id="editor" minSize={120}>
          <EditorPane />
        </Panel>
        <Separator className={styles.level} aria-label="Height of the console" />
        <Panel
          id="console"
          panelRef={ref}
          collapsible
          defaultSize={168}
          minSize={90}
          groupResizeBehavior="preserve-pixel-size"
        >
          <Later>
            <ConsolePane />
          </Later>
        </Panel>
      </Group>
    </main>
  );
}

function useKeptLayout(name: string) {
  const key = `layout:${name}`;
  const remember = useSession((s) => s.remember);
  const layout = readJson(Layout, useSession.getState().remembered[key]) ?? undefined;
  const keep = (next: Record<string, number>, meta: { isUserInteraction: boolean }) => {
    if (meta.isUserInteraction) remember(key, JSON.stringify(next));
  };
  return { layout, keep };
}

function useFolding(pane: PaneId) {
  const ref = usePanelRef();
  const folded = useSession((s) => s.folded[pane]);
  useEffect(() => {
    const panel = ref.current;
    if (!panel) return;
    if (folded && !panel.isCollapsed()) panel.collapse();
    if (!folded && panel.isCollapsed()) panel.expand();
  }, [folded, ref]);
  return ref;
}
