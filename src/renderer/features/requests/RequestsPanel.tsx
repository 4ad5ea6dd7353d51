import { type FormEvent, type KeyboardEvent, useId } from 'react';
import { useSession } from '../../app/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Key } from '../../ui/Key.tsx';
import { HeaderRows } from './HeaderRows.tsx';
import { History } from './History.tsx';
import styles from './RequestsPanel.module.css';
import { ResponseView } from './ResponseView.tsx';
import { RoutePicker } from './RoutePicker.tsx';
import { bodyProblem, METHODS, takesBody } from './request-draft.ts';
import { useRequestClient } from './use-request-client.ts';

/** A small client for the learner's running API. Fills its parent. */
export function RequestsPanel() {
  const client = useRequestClient();
  const { draft, change } = client;
  const answers = useSession((s) => s.live.url !== undefined);
  const bodyId = useId();
  const problem = takesBody(draft.method) ? bodyProblem(draft.body) : null;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (answers && !client.sending) void client.send();
  }

  function onKey(event: KeyboardEvent<HTMLFormElement>): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  }

  return (
    <section aria-label="Requests" className={styles.panel}>
      <form className={styles.form} onSubmit={submit} onKeyDown={onKey}>
        <div className={styles.line}>
          <select
            aria-label="Method"
            className={styles.method}
            value={draft.method}
            onChange={(event) => change({ method: event.target.value })}
          >
            {METHODS.map((method) => (
              <option key={method}>{method}</option>
            ))}
          </select>
          <input
            aria-label="Path"
            className={styles.path}
            value={draft.path}
            spellCheck="false"
            autoComplete="off"
            onChange={(event) => change({ path: event.target.value })}
          />
          <Button type="submit" look="primary" isDisabled={!answers || client.sending}>
            Send
          </Button>
        </div>
        <RoutePicker onPick={change} />
        <HeaderRows headers={draft.headers} onChange={(headers) => change({ headers })} />
        {takesBody(draft.method) ? (
          <div className={styles.body}>
            <label htmlFor={bodyId}>JSON body</label>
            <textarea
              id={bodyId}
              value={draft.body}
              rows={Math.min(12, Math.max(4, draft.body.split('\n').length))}
              spellCheck="false"
              aria-describedby={`${bodyId}-note`}
              onChange={(event) => change({ body: event.target.value })}
            />
            <p id={`${bodyId}-note`} className={styles.note} aria-live="polite">
              {problem ? `Not JSON, and sent as it is: ${problem}` : ''}
            </p>
          </div>
        ) : null}
        <p className={styles.hint}>
          {answers ? (
            <>
              <Key keys="Ctrl Enter" /> sends it to your own API.
            </>
          ) : (
            'Your API is not running, so nothing can be sent.'
          )}
        </p>
      </form>
      <div className={styles.results} aria-live="polite">
        {client.shown ? <ResponseView exchange={client.shown} /> : null}
      </div>
      <History history={client.history} shownId={client.shown?.id ?? null} onPick={client.bringBack} />
    </section>
  );
}
