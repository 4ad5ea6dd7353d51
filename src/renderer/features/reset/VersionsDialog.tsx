import { useEffect, useState } from 'react';
import type { Version } from '../../../contract/api.ts';
import { useSession } from '../../app/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './VersionsDialog.module.css';

const REASONS: Record<Version['reason'], string> = {
  edit: 'edited',
  reset: 'before a reset',
  outside: 'before a change from outside',
  remove: 'before a file was removed',
};

/** Earlier versions of this lesson's files, each with a way back. */
export function VersionsDialog() {
  const shown = useSession((s) => s.versionsShown);
  const showVersions = useSession((s) => s.showVersions);
  return (
    <Dialog title="Earlier versions" size="medium" shown={shown} onShownChange={showVersions}>
      <VersionList />
    </Dialog>
  );
}

function VersionList() {
  const read = useSession((s) => s.versions);
  const restore = useSession((s) => s.restore);
  const showVersions = useSession((s) => s.showVersions);
  const [versions, setVersions] = useState<Version[] | null>(null);

  useEffect(() => {
    let wanted = true;
    void read().then((found) => {
      if (wanted) setVersions(found.sort((a, b) => b.savedAt - a.savedAt));
    });
    return () => {
      wanted = false;
    };
  }, [read]);

  if (versions === null) return <p>Reading…</p>;
  if (versions.length === 0) return <p>There is nothing to bring back yet: versions are kept as you edit.</p>;
  return (
    <ul className={styles.list}>
      {versions.map((version) => (
        <li key={version.id} className={styles.row}>
          <div className={styles.text}>
            <time dateTime={new Date(version.savedAt).toISOString()}>{new Date(version.savedAt).toLocaleString()}</time>
            <span>
              {REASONS[version.reason]} · {version.files.join(', ')}
            </span>
          </div>
          <Button
            onPress={() => {
              showVersions(false);
              void restore(version.id);
            }}
          >
            Bring back
          </Button>
        </li>
      ))}
    </ul>
  );
}
