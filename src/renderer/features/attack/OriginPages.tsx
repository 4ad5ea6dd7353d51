import { useState } from 'react';
import type { HttpMethod } from '../../../contract/ids.ts';
import { isOnThisMachine } from '../../app/place.ts';
import { useSession } from '../../app/session-store.ts';
import { Elsewhere } from './Elsewhere.tsx';
import { OriginPage } from './OriginPage.tsx';
import styles from './OriginPages.module.css';

const METHODS: readonly HttpMethod[] = ['GET', 'POST', 'PUT', 'DELETE'];

/** Pages of two other origins, from which the learner's own browser calls their API, with real preflights. */
export function OriginPages() {
  const origins = useSession((s) => s.lab.origins);
  const [method, setMethod] = useState<HttpMethod>('GET');
  const [path, setPath] = useState('/api/v1/books');
  const [withToken, setWithToken] = useState(false);
  if (!origins) return null;
  if (!isOnThisMachine()) {
    return (
      <section className={styles.section} aria-labelledby="origins">
        <h3 id="origins">From another page</h3>
        <p className={styles.lead}>
          <Elsewhere>The two pages that call your API from origins of their own</Elsewhere>
        </p>
      </section>
    );
  }
  const call = { method, path, withToken };
  return (
    <section className={styles.section} aria-labelledby="origins">
      <h3 id="origins">From another page</h3>
      <p className={styles.lead}>
        Two small pages run here on origins of their own. Your browser sends their requests, asks your API first where
        it must, and decides what they may read.
      </p>
      <div className={styles.form}>
        <select aria-label="Method" value={method} onChange={(event) => setMethod(methodOf(event.target.value))}>
          {METHODS.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <input aria-label="Path" value={path} onChange={(event) => setPath(event.target.value)} spellCheck={false} />
        <label className={styles.token}>
          <input type="checkbox" checked={withToken} onChange={(event) => setWithToken(event.target.checked)} />
          with a token
        </label>
      </div>
      <div className={styles.pages}>
        <OriginPage key={origins.frontend} name="The front end" origin={origins.frontend} call={call} />
        <OriginPage key={origins.stranger} name="A stranger" origin={origins.stranger} call={call} />
      </div>
    </section>
  );
}

const methodOf = (text: string): HttpMethod => METHODS.find((one) => one === text) ?? 'GET';
