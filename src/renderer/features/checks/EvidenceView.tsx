import type { Evidence, ReceivedResponse } from '../../../contract/evidence.ts';
import { useSession } from '../../app/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Method } from '../../ui/Method.tsx';
import { comparedLines } from './compared-lines.ts';
import styles from './EvidenceView.module.css';
import { showBody } from './show-body.ts';

/** The request as sent, what was expected beside what came, the response in full when asked for. */
export function EvidenceView({ evidence, held }: { evidence: Evidence; held: boolean }) {
  const loadRequest = useSession((s) => s.loadRequest);
  const { request, response } = evidence;
  const lines = comparedLines(evidence);
  if (!request && lines.length === 0) return null;
  return (
    <div className={styles.evidence}>
      {request ? (
        <div className={styles.head}>
          <Method method={request.method} />
          <span className={styles.path}>{request.path}</span>
          <Button look="text" onPress={() => loadRequest(request)}>
            Send again
          </Button>
        </div>
      ) : null}
      {request?.body ? <pre className={styles.sent}>{showBody(request.body)}</pre> : null}
      {lines.length > 0 && !held ? (
        <table className={styles.compare}>
          <thead>
            <tr>
              <th scope="col">Expected</th>
              <th scope="col">
                Received
                {response && !lines.some(({ at }) => at === 'status') ? (
                  <span className={styles.status}>{response.status}</span>
                ) : null}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be about the same place
              <tr key={at}>
                <Side label={line.label} text={line.expected} mark={styles.wanted} />
                <Side label={line.label} text={line.actual} mark={styles.got} />
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {response ? <Response response={response} /> : null}
    </div>
  );
}

function Side({ label, text, mark }: { label: string; text: string; mark: string | undefined }) {
  return (
    <td>
      {label ? <span className={styles.label}>{label}: </span> : null}
      <mark className={mark}>{text}</mark>
    </td>
  );
}

function Response({ response }: { response: ReceivedResponse }) {
  const headers = Object.entries(response.headers);
  return (
    <>
      <details className={styles.fold}>
        <summary>
          Response headers <span>{headers.length}</span>
        </summary>
        <dl className={styles.headers}>
          {headers.map(([name, value]) => (
            <div key={name}>
              <dt>{name}:</dt> <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
      <details className={styles.fold}>
        <summary>
          Response body <span>{response.body === '' ? 'empty' : null}</span>
        </summary>
        {response.body === '' ? null : <pre className={styles.sent}>{showBody(response.body)}</pre>}
        {response.truncated ? <p className={styles.cut}>The rest is not shown.</p> : null}
      </details>
    </>
  );
}
