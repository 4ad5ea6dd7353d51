import { useState } from 'react';
import styles from './ResponseView.module.css';
import { type Exchange, pretty } from './request-draft.ts';

/** What came back: status, time, headers, body. */
export function ResponseView({ exchange: { request, response } }: { exchange: Exchange }) {
  const [headersShown, setHeadersShown] = useState(false);
  if (!response) {
    return <p className={styles.nothing}>No answer came back for {`${request.method} ${request.path}`}.</p>;
  }
  const headers = Object.entries(response.headers);
  const body = pretty(response.body);
  return (
    <article className={styles.response} aria-label="Response">
      <header className={styles.head}>
        <strong data-tone={toneOf(response.status)}>{response.status}</strong>
        <span className={styles.phrase}>{PHRASES[response.status] ?? ''}</span>
        <span className={styles.ms}>{response.ms < 10 ? response.ms.toFixed(1) : Math.round(response.ms)} ms</span>
      </header>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={headersShown}
        onClick={() => setHeadersShown(!headersShown)}
      >
        {headersShown ? '−' : '+'} {headers.length} headers
      </button>
      {headersShown ? (
        <dl className={styles.headers}>
          {headers.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {body === '' ? <p className={styles.empty}>No body.</p> : <pre className={styles.body}>{colour(body)}</pre>}
      {response.truncated ? <p className={styles.empty}>The rest is not shown.</p> : null}
    </article>
  );
}

/** Above it colours would cost more than they show. */
const COLOURED_CHARS = 40_000;

/** JSON with its keys, texts and numbers coloured; other text as it is. */
function colour(text: string) {
  if (text.length > COLOURED_CHARS || !/^\s*[[{"]/.test(text)) return text;
  const parts = text.split(/("(?:[^"\\]|\\.)*"\s*:?|-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b|\btrue\b|\bfalse\b|\bnull\b)/);
  return parts.map((part, index) => {
    const kind = index % 2 === 0 ? undefined : kindOf(part);
    return kind ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change their order
      <span key={index} className={kind}>
        {part}
      </span>
    ) : (
      part
    );
  });
}

function kindOf(part: string): string | undefined {
  if (part.endsWith(':')) return styles.key;
  return part.startsWith('"') ? styles.string : styles.literal;
}

function toneOf(status: number): 'ok' | 'moved' | 'bad' {
  if (status >= 400) return 'bad';
  return status >= 300 ? 'moved' : 'ok';
}

/** Reason phrases of RFC 9110 for the statuses that this course meets. */
const PHRASES: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
};
