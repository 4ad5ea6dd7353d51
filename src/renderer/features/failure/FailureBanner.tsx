import { CircleX, TriangleAlert } from 'lucide-react';
import { Fragment } from 'react';
import { useSession } from '../../app/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { actionFor } from './action-for.ts';
import styles from './FailureBanner.module.css';

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
        <div className={styles.banner}>
          <Icon aria-hidden="true" className={styles.icon} />
          <div className={styles.text}>
            <p className={styles.message}>
              <WithCode text={failure?.message ?? 'Your API has stopped.'} />
            </p>
            <p>
              <WithCode text={failure ? actionFor(failure.code) : 'Change the code, or run it again.'} />{' '}
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
          {live.status === 'stopped' ? <Button onPress={() => void run()}>Run again</Button> : null}
        </div>
      ) : null}
    </div>
  );
}

/** Words of the error table; what stands in backticks is code. */
function WithCode({ text }: { text: string }) {
  return text.split('`').map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence
    at % 2 === 1 ? <code key={at}>{part}</code> : <Fragment key={at}>{part}</Fragment>,
  );
}
