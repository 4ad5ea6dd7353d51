import { memo, useDeferredValue } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { SessionTraffic as Entry } from '../../../contract/session.ts';
import { useSession } from '../../app/session-store.ts';
import { Empty } from '../../ui/Empty.tsx';
import { formatMs } from '../../ui/format-ms.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { clockTime } from './clock-time.ts';
import { Newer } from './Newer.tsx';
import styles from './Traffic.module.css';
import { useNewest } from './use-newest.ts';

/** The answered requests, yours and those of the checks, newest last. */
export function Traffic() {
  // In a burst, keys and clicks come before the rows.
  const { traffic, dropped, gone } = useDeferredValue(
    useSession(
      useShallow(({ traffic, trafficDropped, trafficGone }) => ({
        traffic,
        dropped: trafficDropped,
        gone: trafficGone,
      })),
    ),
  );
  const { ref, onScroll, items, first, hidden, newer } = useNewest({ all: traffic, gone });
  const left = dropped + first - hidden;
  if (traffic.length === 0) {
    return <Empty title="No requests yet.">What your API answers is listed here as it happens.</Empty>;
  }
  return (
    <Scroll className={styles.scroll} ref={ref} onScroll={onScroll} label="Traffic">
      <table className={styles.table}>
        <colgroup>
          <col className={styles.at} />
          <col className={styles.method} />
          <col />
          <col className={styles.status} />
          <col className={styles.ms} />
          <col className={styles.by} />
        </colgroup>
        <thead className="only-heard">
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Method</th>
            <th scope="col">Path</th>
            <th scope="col">Status</th>
            <th scope="col">Duration</th>
            <th scope="col">Sent by</th>
          </tr>
        </thead>
        <tbody>
          {left + hidden > 0 ? (
            <tr>
              <td colSpan={6} className={styles.left}>
                {left > 0 ? `${left.toLocaleString('en')} earlier requests are not kept` : ''}
                {left > 0 && hidden > 0 ? ' · ' : ''}
                {hidden > 0 ? `scroll up for ${hidden.toLocaleString('en')} before these` : ''}
              </td>
            </tr>
          ) : null}
          {items.map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: counted from the first request, it names one
            <Row key={first + at} entry={entry} />
          ))}
        </tbody>
      </table>
      <Newer count={newer} what="requests" />
    </Scroll>
  );
}

const Row = memo(function Row({ entry }: { entry: Entry }) {
  return (
    <tr>
      <td className={styles.quiet}>{clockTime(entry.at)}</td>
      <td>{entry.method}</td>
      <td className={styles.url}>{entry.url}</td>
      <td className={entry.status >= 500 ? styles.bad : entry.status >= 400 ? styles.warn : styles.ok}>
        {entry.status}
      </td>
      <td className={styles.quiet}>{formatMs(entry.ms)}</td>
      <td className={styles.quiet}>{entry.from === 'checks' ? 'check' : ''}</td>
    </tr>
  );
});
