import { Trash2 } from 'lucide-react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { readConsoleTab } from '../../app/remembered.ts';
import { useSession } from '../../app/session-store.ts';
import { IconButton } from '../../ui/Button.tsx';
import tabs from '../../ui/Tabs.module.css';
import styles from './ConsolePane.module.css';
import { Logs } from './Logs.tsx';
import { Problems } from './Problems.tsx';
import { Traffic } from './Traffic.tsx';
import { useProblems } from './use-problems.ts';

/** Below the editor: requests as they come in, what the code printed, what is wrong. Fills its parent. */
export function ConsolePane() {
  const tab = useSession((s) => s.consoleTab);
  const setConsoleTab = useSession((s) => s.setConsoleTab);
  const clearLogs = useSession((s) => s.clearLogs);
  const clearTraffic = useSession((s) => s.clearTraffic);
  const printed = useSession((s) => s.logs.length);
  const problems = useProblems();
  const grave = problems.some(({ tone }) => tone === 'error');
  return (
    <section className={styles.pane} aria-label="Console">
      <Tabs
        className={tabs.tabs ?? ''}
        selectedKey={tab}
        onSelectionChange={(key) => setConsoleTab(readConsoleTab(String(key)))}
      >
        <div className={styles.bar}>
          <TabList aria-label="Console" className={[tabs.list, tabs.small].join(' ')}>
            <Tab id="traffic" className={tabs.tab ?? ''}>
              Traffic
            </Tab>
            <Tab id="console" className={tabs.tab ?? ''}>
              Console
              {printed > 0 ? <span className={`${tabs.pill} ${tabs.calm}`}>{printed}</span> : null}
            </Tab>
            <Tab id="problems" className={tabs.tab ?? ''}>
              Problems
              <span className={[tabs.pill, grave ? '' : tabs.calm].join(' ')}>{problems.length}</span>
            </Tab>
          </TabList>
          {tab === 'problems' ? null : (
            <IconButton
              label={tab === 'traffic' ? 'Clear the traffic' : 'Clear the console'}
              onPress={tab === 'traffic' ? clearTraffic : clearLogs}
            >
              <Trash2 aria-hidden="true" />
            </IconButton>
          )}
        </div>
        <TabPanel id="traffic" className={tabs.panel ?? ''}>
          <Traffic />
        </TabPanel>
        <TabPanel id="console" className={tabs.panel ?? ''}>
          <Logs />
        </TabPanel>
        <TabPanel id="problems" className={tabs.panel ?? ''}>
          <Problems />
        </TabPanel>
      </Tabs>
    </section>
  );
}
