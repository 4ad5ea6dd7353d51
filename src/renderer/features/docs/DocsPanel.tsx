import { useEffect, useRef, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { DocumentsState } from '../../../contract/session.ts';
import { useSession } from '../../app/session-store.ts';
import { Empty } from '../../ui/Empty.tsx';
import { connectFrame, type DocsFrameLink } from './connect-frame.ts';
import styles from './DocsPanel.module.css';
import { onLookChange, readFonts, readLook } from './page-look.ts';
import { scrubDocument } from './scrub-document.ts';

type Name = 'planned' | 'built';

/** The API documents, planned or built, in an isolated frame. Fills its parent. */
export function DocsPanel() {
  const documents = useSession((s) => s.documents);
  const [wish, setWish] = useState<Name | null>(null);
  const name = choose(documents, wish);
  const both = documents.planned !== null && documents.built !== null;
  return (
    <section aria-label="API docs" className={styles.panel}>
      <header className={styles.bar}>
        <span className={styles.what}>{name ? WHAT[name] : 'No document yet'}</span>
        {both ? (
          <ToggleButtonGroup
            aria-label="Which document"
            className={styles.switch ?? ''}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={name ? [name] : []}
            onSelectionChange={(keys) => setWish(keys.has('planned') ? 'planned' : 'built')}
          >
            <ToggleButton id="planned">Planned</ToggleButton>
            <ToggleButton id="built">Built</ToggleButton>
          </ToggleButtonGroup>
        ) : null}
      </header>
      {name ? (
        <DocsFrame name={name} />
      ) : (
        <Empty title="Nothing to document yet">Your plan or your first route appears here as you write it.</Empty>
      )}
    </section>
  );
}

const WHAT = { planned: 'From your plan', built: 'From your running API' };

function choose({ planned, built, routes }: DocumentsState, wish: Name | null): Name | null {
  if (wish && (wish === 'planned' ? planned : built)) return wish;
  if (built && (routes.length > 0 || !planned)) return 'built';
  return planned ? 'planned' : null;
}

function DocsFrame({ name }: { name: Name }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const link = useRef<DocsFrameLink | null>(null);
  const [ready, setReady] = useState(false);
  const openapi = useSession((s) => s.documents[name]);
  const answers = useSession((s) => s.live.url !== undefined);
  const [look, setLook] = useState(readLook);

  useEffect(() => onLookChange(() => setLook(readLook())), []);

  useEffect(() => {
    if (!frame.current) return;
    const made = connectFrame(frame.current, {
      onReady() {
        void readFonts().then((fonts) => made.post({ type: 'fonts', fonts }));
        setReady(true);
      },
      send: (request) => useSession.getState().send(request),
    });
    link.current = made;
    return () => made.close();
  }, []);

  useEffect(() => {
    if (!ready || !openapi) return;
    const live = name === 'built' && answers;
    link.current?.post({ type: 'show', name, openapi: scrubDocument(openapi), live, ...look });
  }, [ready, openapi, name, answers, look]);

  return (
    <iframe
      ref={frame}
      title="API docs"
      className={styles.frame}
      sandbox="allow-scripts"
      referrerPolicy="no-referrer"
      src="docs-frame/index.html"
    />
  );
}
