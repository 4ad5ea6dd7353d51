import { memo, useDeferredValue, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { LogLine } from '../../../contract/session.ts';
import { useSession } from '../../app/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { clockTime } from './clock-time.ts';
import styles from './Logs.module.css';
import { Newer } from './Newer.tsx';
import { plainText } from './plain-text.ts';
import { useNewest } from './use-newest.ts';

/** Of a longer line the beginning is shown until the rest is asked for. */
const LINE_CHARS = 500;
const STREAMS: Record<LogLine['stream'], string> = { stdout: 'out', stderr: 'err', workbench: 'note' };

/** What the learner's code printed, and what the workbench has to say about it; newest last. */
export function Logs() {
  // In a flood, keys and clicks come before the lines.
  const { logs, dropped, gone } = useDeferredValue(
    useSession(useShallow(({ logs, logsDropped, logsGone }) => ({ logs, dropped: logsDropped, gone: logsGone }))),
  );
  const { ref, onScroll, items, first, hidden, newer } = useNewest({ all: logs, gone });
  if (logs.length === 0 && dropped === 0) {
    return <Empty title="Nothing printed yet.">What your code writes with console.log is shown here.</Empty>;
  }
  return (
    <Scroll className={styles.scroll} ref={ref} onScroll={onScroll} role="log" label="Console output">
      <Left dropped={dropped + first - hidden} hidden={hidden} />
      {items.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: counted from the first line that was printed, it names one
        <Line key={first + at} line={line} />
      ))}
      <Newer count={newer} what="lines" />
    </Scroll>
  );
}

/** What is not in the list: lines that were too many to keep, and older ones that scrolling up brings. */
function Left({ dropped, hidden }: { dropped: number; hidden: number }) {
  if (dropped === 0 && hidden === 0) return null;
  const count = (lines: number) => `${lines.toLocaleString('en')} ${lines === 1 ? 'line' : 'lines'}`;
  return (
    <p className={styles.left}>
      {dropped > 0 ? `${count(dropped)} dropped` : ''}
      {dropped > 0 && hidden > 0 ? ' · ' : ''}
      {hidden > 0 ? `scroll up for ${count(hidden)} before these` : ''}
    </p>
  );
}

const Line = memo(function Line({ line }: { line: LogLine }) {
  const [whole, setWhole] = useState(false);
  const text = plainText(line.text);
  const more = whole ? 0 : text.length - LINE_CHARS;
  return (
    <p className={[styles.line, styles[line.stream]].join(' ')}>
      <span className={styles.time}>{clockTime(line.at)}</span>
      <span className={styles.stream}>{STREAMS[line.stream]}</span>
      <span className={styles.text}>
        {more > 0 ? text.slice(0, LINE_CHARS) : text}
        {more > 0 ? (
          <Button look="text" onPress={() => setWhole(true)}>
            … {more.toLocaleString('en')} more characters
          </Button>
        ) : null}
      </span>
    </p>
  );
});
