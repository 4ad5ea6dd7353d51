import styles from './DiffText.module.css';
import { type DiffLine, diffLines } from './diff-lines.ts';

const SIGNS: Record<DiffLine['kind'], string> = { file: '', gap: '', same: ' ', gone: '−', new: '+' };
const HEARD: Record<DiffLine['kind'], string> = { file: '', gap: '', same: '', gone: 'instead of: ', new: 'stands: ' };

/** A small unified diff, read only. */
export function DiffText({ diff }: { diff: string }) {
  return (
    <div className={styles.diff}>
      {diffLines(diff).map(({ key, kind, text, line }) => (
        <div key={key} className={styles.line} data-kind={kind}>
          <span className={styles.number} aria-hidden="true">
            {line}
          </span>
          <span className={styles.sign} aria-hidden="true">
            {SIGNS[kind]}
          </span>
          {HEARD[kind] ? <span className="only-heard">{HEARD[kind]}</span> : null}
          <code className={styles.code}>{text}</code>
        </div>
      ))}
    </div>
  );
}
