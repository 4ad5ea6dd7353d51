import { useSession } from '../../app/session-store.ts';
import styles from './RequestsPanel.module.css';
import type { RequestDraft } from './request-draft.ts';

const SHOWN = 100;

/** The routes of the running API, to begin with one of them. Shows nothing while there is none. */
export function RoutePicker({ onPick }: { onPick: (part: Partial<RequestDraft>) => void }) {
  const routes = useSession((s) => s.documents.routes);
  const gets = new Set(routes.filter((route) => route.method === 'GET').map((route) => route.path));
  const all = routes.filter((route) => route.method !== 'HEAD' || !gets.has(route.path));
  const shown = all.slice(0, SHOWN);
  if (shown.length === 0) return null;
  return (
    <ul className={styles.routes} aria-label="Your routes">
      {shown.map(({ method, path }) => (
        <li key={`${method} ${path}`}>
          <button type="button" onClick={() => onPick({ method, path: path.replace(/\{[^}]*\}/g, '1') })}>
            <b>{method}</b> {path}
          </button>
        </li>
      ))}
      {all.length > SHOWN ? <li>and {(all.length - SHOWN).toLocaleString('en')} more</li> : null}
    </ul>
  );
}
