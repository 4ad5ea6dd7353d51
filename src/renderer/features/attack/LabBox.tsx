import { ExternalLink } from 'lucide-react';
import { isOnThisMachine } from '../../app/place.ts';
import { useSession } from '../../app/session-store.ts';
import { Elsewhere } from './Elsewhere.tsx';
import styles from './LabBox.module.css';

/** What the workbench set beside the API for this lesson: variables of its environment, the authorization server. */
export function LabBox() {
  const { env, authorization } = useSession((s) => s.lab);
  const variables = Object.entries(env);
  if (variables.length === 0 && !authorization) return null;
  return (
    <section className={styles.box} aria-labelledby="lab">
      <h3 id="lab">Beside your API</h3>
      {authorization ? (
        <p className={styles.row}>
          <span>A real authorization server runs at {authorization.issuer}.</span>
          {isOnThisMachine() ? (
            <a href={authorization.signIn} target="_blank" rel="noreferrer" className={styles.link}>
              Sign in and get a token
              <ExternalLink aria-hidden="true" />
            </a>
          ) : (
            <Elsewhere>Its sign-in page</Elsewhere>
          )}
        </p>
      ) : null}
      {variables.length > 0 ? (
        <details className={styles.fold}>
          <summary>
            Environment <span>{variables.length}</span>
          </summary>
          <dl className={styles.variables}>
            {variables.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </section>
  );
}
