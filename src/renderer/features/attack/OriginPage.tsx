import { Ban, Eye } from 'lucide-react';
import { useRef, useState } from 'react';
import type { OriginAnswer } from '../../../contract/origins.ts';
import { useSession } from '../../app/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { pretty } from '../requests/request-draft.ts';
import { askPage } from './ask-page.ts';
import styles from './OriginPages.module.css';
import type { PageCall } from './page-request.ts';

/** One page of another origin: the frame that it runs in, the button that lets it call, what it could read. */
export function OriginPage({ name, origin, call }: { name: string; origin: string; call: PageCall }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const url = useSession((s) => s.live.url);
  const [answer, setAnswer] = useState<OriginAnswer | null>(null);
  const [asking, setAsking] = useState(false);
  const ask = async () => {
    const page = frame.current?.contentWindow;
    if (!page || !url) return;
    setAsking(true);
    setAnswer(await askPage(page, origin, url, call));
    setAsking(false);
  };
  return (
    <article className={styles.page}>
      <header>
        <strong>{name}</strong>
        <code>{origin}</code>
      </header>
      <iframe ref={frame} src={origin} title={`${name}, a page on ${origin}`} className={styles.frame} />
      <Button isDisabled={!url || asking} onPress={() => void ask()}>
        Call the API
      </Button>
      <div role="status">{answer ? <Outcome answer={answer} /> : null}</div>
    </article>
  );
}

function Outcome({ answer: { outcome } }: { answer: OriginAnswer }) {
  if ('blocked' in outcome) {
    return (
      <p className={styles.outcome} data-read="no">
        <Ban aria-hidden="true" />
        <span>
          The browser gives this page nothing to read. All that it learns is: <q>{outcome.blocked}</q>
        </span>
      </p>
    );
  }
  const headers = Object.keys(outcome.headers);
  return (
    <div className={styles.outcome} data-read="yes">
      <Eye aria-hidden="true" />
      <div>
        <p>
          The page reads the answer: {outcome.status}, {headers.length} headers ({headers.join(', ')}).
        </p>
        <pre>{pretty(outcome.body)}</pre>
      </div>
    </div>
  );
}
