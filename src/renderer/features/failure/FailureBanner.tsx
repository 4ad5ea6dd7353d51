import { CircleX, Play, TriangleAlert } from 'lucide-react';
import { Fragment } from 'react';
import type { LiveState } from '../../../contract/session.ts';
import { useSession } from '../../app/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { actionFor } from './action-for.ts';
import styles from './FailureBanner.module.css';
import { heldSentence } from './why-held.ts';

/** Says why the newest version does not run, what to do, and which version answers meanwhile. */
export function FailureBanner() {
  const live = useSession((s) => s.live);
  const openFile = useSession((s) => s.openFile);
  const run = useSession((s) => s.run);
  const { failure } = live;
  const shown = live.status === 'failed' || live.status === 'stopped';
  const file = failure?.file;
  const Icon = live.status === 'failed' ? CircleX : TriangleAlert;
  return (
    <div role="alert">
      {shown ? (
        <div className={[styles.banner, live.held ? styles.held : ''].join(' ')}>
          <Icon aria-hidden="true" className={styles.icon} />
          <div className={styles.text}>
            <p className={styles.message}>
              <WithCode text={headline(live)} />
            </p>
            <p>
              <WithCode text={advice(live)} />{' '}
              {live.status === 'failed' && live.url && live.liveRevision !== undefined ? (
                <span className={styles.older}>Until then the last version that worked answers.</span>
              ) : null}
            </p>
          </div>
          {file ? (
            <Button onPress={() => openFile(file, failure.line, failure.column)}>
              Go to {file.slice(file.lastIndexOf('/') + 1)}
              {failure.line ? `:${failure.line}` : ''}
            </Button>
          ) : null}
          {live.status === 'stopped' || isKilled(live) ? (
            <Button look={live.held ? 'primary' : 'plain'} onPress={() => void run()}>
              <Play aria-hidden="true" />
              Run it again
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function headline(live: LiveState): string {
  if (live.held) return heldSentence(live.failure);
  return live.failure?.message ?? 'Your API has stopped.';
}

function advice({ held, failure }: LiveState): string {
  if (!failure) return 'Change the code, or run it again.';
  return held ? `${failure.message} Change the code, or run it again.` : actionFor(failure.code);
}

/** Code that was ended from outside may do better the next time; code that cannot be read does not. */
function isKilled({ failure }: LiveState): boolean {
  return failure?.code === 'RW_CODE_STALLED' || failure?.code === 'RW_CODE_MEMORY';
}

/** Words of the error table; what stands in backticks is code. */
function WithCode({ text }: { text: string }) {
  return text.split('`').map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence
    at % 2 === 1 ? <code key={at}>{part}</code> : <Fragment key={at}>{part}</Fragment>,
  );
}
