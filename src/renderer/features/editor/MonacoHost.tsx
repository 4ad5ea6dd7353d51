import { useEffect, useRef, useState } from 'react';
import { useSession } from '../../app/session-store.ts';
import { useEditorChoices } from './editor-choices.ts';
import styles from './MonacoHost.module.css';
import type { RunningEditor } from './monaco/start-editor.ts';

/** Asked for as soon as this file is read, so that it comes while the server still answers; the page does not wait for it. */
const loading = import('./monaco/start-editor.ts');

/** Monaco; until it is there, the file's text at the same place, so that nothing jumps. */
export function MonacoHost() {
  const host = useRef<HTMLDivElement>(null);
  const running = useRef<RunningEditor | null>(null);
  const [ready, setReady] = useState(false);
  const choices = useEditorChoices();
  const latest = useRef(choices);
  latest.current = choices;

  useEffect(() => {
    let gone = false;
    void loading.then(({ startEditor }) => {
      if (gone || !host.current) return;
      running.current = startEditor(host.current, latest.current);
      setReady(true);
    });
    return () => {
      gone = true;
      running.current?.dispose();
      running.current = null;
    };
  }, []);

  const { screenReader, tabMovesFocus, wordWrap } = choices;
  useEffect(() => {
    running.current?.choose({ screenReader, tabMovesFocus, wordWrap });
  }, [screenReader, tabMovesFocus, wordWrap]);

  return (
    <div className={styles.place}>
      <div className={styles.host} ref={host} />
      {ready ? null : <PlainText />}
    </div>
  );
}

function PlainText() {
  const text = useSession((s) => s.files.find((file) => file.path === s.activeFile)?.text ?? '');
  return (
    <pre className={styles.plain} aria-hidden="true">
      {text}
    </pre>
  );
}
