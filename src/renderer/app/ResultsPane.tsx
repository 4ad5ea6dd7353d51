import { Suspense, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useShallow } from 'zustand/react/shallow';
import tabs from '../ui/Tabs.module.css';
import { useBegun } from './begun.ts';
import styles from './ResultsPane.module.css';
import { readResultTab } from './remembered.ts';
import { tabsOf } from './result-tabs.ts';
import type { ResultTab } from './session-state.ts';
import { useSession } from './session-store.ts';
import { useTally } from './tally.ts';

/** What came of the code: checks, docs, requests, contract, and what else this lesson has. */
export function ResultsPane() {
  const shown = useSession(useShallow(tabsOf));
  const wanted = useSession((s) => s.resultTab);
  const setResultTab = useSession((s) => s.setResultTab);
  // A tab that another lesson had is remembered, and comes back with it.
  const tab = shown.some(({ id }) => id === wanted) ? wanted : 'checks';
  const seen = useSeen(tab);
  return (
    <aside className={styles.pane} aria-label="Results">
      <Tabs
        className={tabs.tabs ?? ''}
        selectedKey={tab}
        onSelectionChange={(key) => setResultTab(readResultTab(String(key)))}
      >
        <TabList aria-label="Results" className={tabs.list ?? ''}>
          {shown.map(({ id, title }) => (
            <Tab key={id} id={id} className={tabs.tab ?? ''}>
              {title}
              <Pill tab={id} />
            </Tab>
          ))}
        </TabList>
        {shown.map(({ id, panel: Panel, stays }) => (
          <TabPanel key={id} id={id} className={tabs.panel ?? ''} shouldForceMount={stays === true && seen.has(id)}>
            <Suspense>
              <Panel />
            </Suspense>
          </TabPanel>
        ))}
      </Tabs>
    </aside>
  );
}

/** How much there is to see to. */
function Pill({ tab }: { tab: ResultTab }) {
  const drifted = useSession((s) => s.documents.contract.drifted);
  const begun = useBegun();
  const { open } = useTally();
  if (tab === 'checks' && open > 0 && begun) return <span className={tabs.pill}>{open}</span>;
  if (tab === 'contract' && drifted > 0) return <span className={`${tabs.pill} ${tabs.warn}`}>{drifted}</span>;
  return null;
}

function useSeen(tab: ResultTab): ReadonlySet<ResultTab> {
  const [seen, setSeen] = useState<ReadonlySet<ResultTab>>(() => new Set([tab]));
  if (!seen.has(tab)) setSeen(new Set([...seen, tab]));
  return seen;
}
