import { lazy, Suspense, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { ChecksPanel } from '../features/checks/ChecksPanel.tsx';
import tabs from '../ui/Tabs.module.css';
import { useBegun } from './begun.ts';
import styles from './ResultsPane.module.css';
import { readResultTab } from './remembered.ts';
import type { ResultTab } from './session-state.ts';
import { useSession } from './session-store.ts';
import { useTally } from './tally.ts';

// Not needed before the editor; fetched when first shown.
const ContractPanel = lazy(async () => ({
  default: (await import('../features/contract/ContractPanel.tsx')).ContractPanel,
}));
const DocsPanel = lazy(async () => ({ default: (await import('../features/docs/DocsPanel.tsx')).DocsPanel }));
const RequestsPanel = lazy(async () => ({
  default: (await import('../features/requests/RequestsPanel.tsx')).RequestsPanel,
}));

/** Checks, API docs, Requests, Contract. A panel stays as it was once it has been shown. */
export function ResultsPane() {
  const tab = useSession((s) => s.resultTab);
  const setResultTab = useSession((s) => s.setResultTab);
  const drifted = useSession((s) => s.documents.contract.drifted);
  const begun = useBegun();
  const { open } = useTally();
  const seen = useSeen(tab);
  return (
    <aside className={styles.pane} aria-label="Results">
      <Tabs
        className={tabs.tabs ?? ''}
        selectedKey={tab}
        onSelectionChange={(key) => setResultTab(readResultTab(String(key)))}
      >
        <TabList aria-label="Results" className={tabs.list ?? ''}>
          <Tab id="checks" className={tabs.tab ?? ''}>
            Checks
            {open > 0 && begun ? <span className={tabs.pill}>{open}</span> : null}
          </Tab>
          <Tab id="docs" className={tabs.tab ?? ''}>
            API docs
          </Tab>
          <Tab id="requests" className={tabs.tab ?? ''}>
            Requests
          </Tab>
          <Tab id="contract" className={tabs.tab ?? ''}>
            Contract
            {drifted > 0 ? <span className={`${tabs.pill} ${tabs.warn}`}>{drifted}</span> : null}
          </Tab>
        </TabList>
        <TabPanel id="checks" className={tabs.panel ?? ''}>
          <ChecksPanel />
        </TabPanel>
        <TabPanel id="docs" className={tabs.panel ?? ''} shouldForceMount={seen.has('docs')}>
          <Suspense>
            <DocsPanel />
          </Suspense>
        </TabPanel>
        <TabPanel id="requests" className={tabs.panel ?? ''} shouldForceMount={seen.has('requests')}>
          <Suspense>
            <RequestsPanel />
          </Suspense>
        </TabPanel>
        <TabPanel id="contract" className={tabs.panel ?? ''}>
          <Suspense>
            <ContractPanel />
          </Suspense>
        </TabPanel>
      </Tabs>
    </aside>
  );
}

function useSeen(tab: ResultTab): ReadonlySet<ResultTab> {
  const [seen, setSeen] = useState<ReadonlySet<ResultTab>>(() => new Set([tab]));
  if (!seen.has(tab)) setSeen(new Set([...seen, tab]));
  return seen;
}
