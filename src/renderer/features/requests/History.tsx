import styles from './RequestsPanel.module.css';
import type { Exchange } from './request-draft.ts';

type Props = { history: Exchange[]; shownId: number | null; onPick: (exchange: Exchange) => void };

/** What was sent in this lesson, newest first; choosing one brings it back with its answer. */
export function History({ history, shownId, onPick }: Props) {
  if (history.length === 0) return null;
  return (
    <section className={styles.history} aria-label="Sent before">
      <h3>Sent before</h3>
      <ol>
        {history.map((exchange) => (
          <li key={exchange.id}>
            <button type="button" aria-current={exchange.id === shownId || undefined} onClick={() => onPick(exchange)}>
              <span className={styles.sentMethod}>{exchange.request.method}</span>
              <span className={styles.sentPath}>{exchange.request.path}</span>
              <span
                data-bad={!exchange.response || exchange.response.status >= 400 || undefined}
                className={styles.sentStatus}
              >
                {exchange.response?.status ?? 'none'}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
